package openproton.aws;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Gives keys for roles, and knows them again when something is signed with them.
final class StandInSts {
    static final String NAMESPACE = "https://sts.amazonaws.com/doc/2011-06-15/";

    private final Faults faults;
    private final String account;
    private final Map<String, Caller> sessions = new ConcurrentHashMap<>();

    StandInSts(Faults faults, String account) {
        this.faults = faults;
        this.account = account;
    }

    /// Who signed with a credential scope such as `AKID/20260101/eu-west-1/sts/aws4_request`.
    Caller caller(String authorization) {
        String scope = authorization.contains("Credential=")
                ? authorization.replaceFirst("(?s).*Credential=([^, ]*).*", "$1")
                : "";
        String[] parts = scope.split("/");
        String region = parts.length > 2 ? parts[2] : "us-east-1";
        Caller known = sessions.get(parts[0]);
        return known == null
                ? new Caller(account, region, Optional.empty(), "")
                : new Caller(known.account(), region, known.role(), known.session());
    }

    Map<String, Object> answer(QueryRequest request) {
        return request.operation().equals("AssumeRole") ? assumeRole(request) : identity(request.caller());
    }

    private Map<String, Object> assumeRole(QueryRequest request) {
        String role = request.required("RoleArn");
        String session = request.required("RoleSessionName");
        if (!session.matches("[\\w+=,.@-]{2,64}")) {
            throw AwsRefusal.validation(
                    ("1 validation error detected: Value '%s' at 'roleSessionName' failed to satisfy constraint: Member"
                                    + " must satisfy regular expression pattern: [\\w+=,.@-]*")
                            .formatted(session));
        } else if (faults.deniedRoles.contains(role)) {
            throw new AwsRefusal(
                    403,
                    "AccessDenied",
                    "User: %s is not authorized to perform: sts:AssumeRole on resource: %s"
                            .formatted(identity(request.caller()).get("Arn"), role));
        }
        if (Long.parseLong(request.text("DurationSeconds").orElse("3600")) > faults.sessionSecondsMax) {
            throw AwsRefusal.validation(
                    "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");
        }
        String key = "ASIASTANDIN%05d".formatted(sessions.size() + 1);
        String roleAccount = role.split(":").length > 4 ? role.split(":")[4] : account;
        var caller = new Caller(roleAccount, request.caller().region(), Optional.of(role), session);
        sessions.put(key, caller);
        return Fields.of(
                "Credentials",
                Fields.of(
                        "AccessKeyId",
                        key,
                        "SecretAccessKey",
                        "secret-of-" + key,
                        "SessionToken",
                        "token-of-" + key,
                        "Expiration",
                        "2099-01-01T00:00:00Z"),
                "AssumedRoleUser",
                Fields.of(
                        "AssumedRoleId",
                        "AROASTANDIN:" + session,
                        "Arn",
                        identity(caller).get("Arn")));
    }

    private static Map<String, Object> identity(Caller caller) {
        String arn = caller.role()
                .map(role -> "arn:aws:sts::%s:assumed-role/%s/%s"
                        .formatted(caller.account(), role.replaceFirst(".*/", ""), caller.session()))
                .orElse("arn:aws:iam::%s:user/stand-in".formatted(caller.account()));
        return Fields.of("Arn", arn, "UserId", "AIDASTANDIN", "Account", caller.account());
    }
}
