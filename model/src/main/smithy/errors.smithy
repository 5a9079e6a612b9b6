$version: "2.0"

namespace com.amazonaws.proton

/// The caller may not do this.
@error("client")
@httpError(403)
structure AccessDeniedException {
    @required
    message: ErrorMessage
}

/// The resource is in a state, or has ties, that do not allow this now.
@error("client")
@httpError(409)
structure ConflictException {
    @required
    message: ErrorMessage
}

/// The server failed; the same request may succeed later.
@error("server")
@httpError(500)
@retryable
structure InternalServerException {
    @required
    message: ErrorMessage
}

/// A named resource does not exist.
@error("client")
@httpError(404)
structure ResourceNotFoundException {
    @required
    message: ErrorMessage
}

/// One more would exceed a quota.
@error("client")
@httpError(402)
structure ServiceQuotaExceededException {
    @required
    message: ErrorMessage
}

/// Too many requests; try again later.
@error("client")
@httpError(429)
@retryable(throttling: true)
structure ThrottlingException {
    @required
    message: ErrorMessage
}

/// The request is wrong in itself; the message names the member and what would be right.
@error("client")
@httpError(400)
structure ValidationException {
    @required
    message: ErrorMessage
}
