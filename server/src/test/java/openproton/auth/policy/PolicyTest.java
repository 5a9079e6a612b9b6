package openproton.auth.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyTest {
    private static final String PROD = "arn:aws:proton:eu-west-1:000000000000:environment/prod";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*                                   | arn:aws:proton:x:1:service/a | true",
                "arn:aws:proton:*:*:environment/*    | arn:aws:proton:eu-west-1:000000000000:environment/prod | true",
                "arn:aws:proton:*:*:environment/p??d | arn:aws:proton:eu-west-1:000000000000:environment/prod | true",
                "arn:aws:proton:*:*:environment/p?d  | arn:aws:proton:eu-west-1:000000000000:environment/prod | false",
                "arn:aws:proton:*                    | *     | false",
                "a*b*c                               | abcbc | true",
                "a*b*c                               | abcb  | false",
                "a**                                 | a     | true",
                "${aws:username}*                    | ann-1 | true",
                "${aws:username}                     | bob   | false",
                "${aws:nothing}*                     | bob   | false",
                "a${*}b                              | a*b   | true",
                "a${*}b                              | axb   | false",
            })
    void fitsPatternsLikeIam(String pattern, String text, boolean fits) {
        var question = new AccessRequest("", "", Map.of("aws:username", List.of("ann")));

        assertThat(Glob.of(pattern).matches(text, question)).isEqualTo(fits);
    }

    @Test
    void takesNoWildcardFromTheValueOfAVariable() {
        var question = new AccessRequest("", "", Map.of("aws:username", List.of("*")));

        assertThat(Glob.of("${aws:username}").matches("anything", question)).isFalse();
        assertThat(Glob.of("${aws:username}").matches("*", question)).isTrue();
    }

    @Test
    void ignoresTheCaseOfActionsButNotOfResources() {
        Policy policy = Policy.of(allow("\"Action\": \"Proton:getENVIRONMENT\", \"Resource\": \"%s\"".formatted(PROD)));

        assertThat(allows(policy, "proton:GetEnvironment", PROD)).isTrue();
        assertThat(allows(policy, "proton:GetEnvironment", PROD.replace("prod", "PROD")))
                .isFalse();
    }

    @Test
    void knowsWhatEverythingButMeans() {
        Policy policy = Policy.of(allow("\"NotAction\": \"proton:Delete*\", \"NotResource\": \"%s\"".formatted(PROD)));

        assertThat(allows(policy, "proton:GetService", "*")).isTrue();
        assertThat(allows(policy, "proton:DeleteService", "*")).isFalse();
        assertThat(allows(policy, "proton:GetEnvironment", PROD)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "StringEquals               | k  | [\"a\", \"b\"] | b     | true",
                "StringEquals               | K  | a              | b     | false",
                "StringEquals               | k  | a              | -     | false",
                "StringEqualsIfExists       | k  | a              | -     | true",
                "StringNotEquals            | k  | a              | -     | true",
                "StringNotEquals            | k  | [\"a\", \"b\"] | b     | false",
                "StringNotEquals            | k  | [\"a\", \"b\"] | c     | true",
                "StringEqualsIgnoreCase     | k  | A              | a     | true",
                "StringLike                 | k  | te*            | team  | true",
                "StringNotLike              | k  | te*            | team  | false",
                "StringEquals               | k  | te*            | team  | false",
                "ForAnyValue:StringEquals   | k  | a              | a,x   | true",
                "ForAnyValue:StringEquals   | k  | a              | -     | false",
                "ForAllValues:StringEquals  | k  | [\"a\", \"b\"] | a,b   | true",
                "ForAllValues:StringEquals  | k  | [\"a\", \"b\"] | a,x   | false",
                "ForAllValues:StringEquals  | k  | a              | -     | true",
                "Null                       | k  | true           | -     | true",
                "Null                       | k  | true           | a     | false",
                "Null                       | k  | false          | a     | true",
                "Bool                       | k  | true           | true  | true",
                "Bool                       | k  | true           | false | false",
                "NumericLessThan            | k  | 10             | 9.5   | true",
                "NumericGreaterThanEquals   | k  | 10             | 9.5   | false",
                "NumericEquals              | k  | 10             | ten   | false",
                "DateGreaterThan            | k  | 2026-01-01T00:00:00Z | 2026-11-21T00:00:00Z | true",
                "DateLessThan               | k  | 1767225600     | 2026-11-21T00:00:00Z | false",
                "ArnLike                    | k  | arn:aws:proton:*:*:service/* | arn:aws:proton:x:1:service/a | true",
                "ArnLike                    | k  | arn:aws:*:service/a | arn:aws:proton:x:1:service/a | false",
                "ArnNotEquals               | k  | arn:aws:proton:x:1:service/b | arn:aws:proton:x:1:service/a | true",
            })
    void holdsConditionsLikeIam(String operator, String key, String wanted, String actual, boolean holds) {
        String json = wanted.startsWith("[") ? wanted : "\"" + wanted + "\"";
        Policy policy = Policy.of(allow("\"Action\": \"*\", \"Resource\": \"*\", \"Condition\": {\"%s\": {\"%s\": %s}}"
                .formatted(operator, key, json)));
        Map<String, List<String>> values = actual.equals("-") ? Map.of() : Map.of("k", List.of(actual.split(",")));

        assertThat(policy.says(PolicyStatement.Effect.ALLOW, new AccessRequest("proton:GetService", "*", values)))
                .isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"Statement\": {\"Efect\": \"Allow\"}}                       | statement 1: statement 1 has 'Efect'",
                "{\"Statement\": {\"Action\": \"*\", \"Resource\": \"*\"}}     | 'Effect'",
                "{\"Statement\": {\"Effect\": \"Allow\", \"Resource\": \"*\"}} | either Action or NotAction",
                "{\"Version\": \"2020\", \"Statement\": []}                    | 2012-10-17",
                "{\"Version\": \"2012-10-17\"}                                 | 'Statement'",
                "{\"Statement\": [                                             | not valid JSON",
                "AWSProtonEverything                                           | AWSProtonFullAccess",
            })
    void refusesWhatItDoesNotUnderstand(String document, String why) {
        assertThatThrownBy(() -> Policy.of(document))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    @Test
    void refusesUnknownOperatorsAndValuesThatCannotBeCompared() {
        assertThatThrownBy(
                        () -> Policy.of(allow("\"Action\": \"*\", \"Resource\": \"*\", \"Condition\": {\"IpAddress\":"
                                + " {\"aws:SourceIp\": \"::1\"}}")))
                .hasMessageContaining("'IpAddress' is not known; known are StringEquals");
        assertThatThrownBy(() ->
                        Policy.of(allow("\"Action\": \"*\", \"Resource\": \"*\", \"Condition\": {\"NumericEquals\":"
                                + " {\"k\": \"few\"}}")))
                .hasMessageContaining("'few' is not a value for NumericEquals");
    }

    private static String allow(String members) {
        return "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", %s}]}".formatted(members);
    }

    private static boolean allows(Policy policy, String action, String resource) {
        return policy.says(PolicyStatement.Effect.ALLOW, new AccessRequest(action, resource, Map.of()));
    }
}
