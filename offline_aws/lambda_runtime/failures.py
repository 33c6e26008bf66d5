"""How an invocation fails other than by its handler raising.

    InvocationError
    ├── InitError      the runtime reported that it can't load the function
    ├── ExitError          the process ended by itself
    ├── OutOfMemoryError     it held more than the function's memory
    ├── TimedOutError        it took longer than the function's timeout
    ├── ResponseTooLargeError
    └── NotEmulatedError    the function is configured for something that this runtime does not do

Each knows the ``errorType`` that AWS names in the answer and in the REPORT line, and what it says after the request id.
"""

import signal


class InvocationError(Exception):
    error_type: str
    status = "error"

    def reason(self) -> str:
        """What went wrong, as AWS words it; empty where the runtime has logged it itself."""
        return ""

    def answer(self, request_id: str) -> dict[str, str] | bytes:
        """The payload of the Invoke answer: an object, or the bytes that the runtime posted."""
        return {"errorType": self.error_type, "errorMessage": f"RequestId: {request_id} Error: {self.reason()}"}


class InitError(InvocationError):
    def __init__(self, error_type: str, payload: bytes) -> None:
        super().__init__(error_type)
        self.error_type = error_type
        self.payload = payload

    def answer(self, request_id: str) -> bytes:
        return self.payload


class ExitError(InvocationError):
    error_type = "Runtime.ExitError"

    def __init__(self, returncode: int) -> None:
        super().__init__(returncode)
        self.returncode = returncode

    def reason(self) -> str:
        return exit_reason(self.returncode)


class OutOfMemoryError(InvocationError):
    error_type = "Runtime.OutOfMemory"

    def reason(self) -> str:
        return exit_reason(-signal.SIGKILL)


class TimedOutError(InvocationError):
    error_type = "Sandbox.Timedout"
    status = "timeout"

    def __init__(self, seconds: float) -> None:
        super().__init__(seconds)
        self.seconds = seconds

    def reason(self) -> str:
        return f"Task timed out after {self.seconds:.2f} seconds"


class ResponseTooLargeError(InvocationError):
    error_type = "Function.ResponseSizeTooLarge"

    def __init__(self, limit: int) -> None:
        super().__init__(limit)
        self.limit = limit

    def reason(self) -> str:
        return f"Response payload size exceeded maximum allowed payload size ({self.limit} bytes)."

    def answer(self, request_id: str) -> dict[str, str]:
        return {"errorType": self.error_type, "errorMessage": self.reason()}


class NotEmulatedError(InvocationError):
    error_type = "Runtime.NotEmulated"

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what

    def reason(self) -> str:
        return f"{self.what} is not emulated."

    def answer(self, request_id: str) -> dict[str, str]:
        return {"errorType": self.error_type, "errorMessage": self.reason()}


def exit_reason(returncode: int) -> str:
    """A return code as ``subprocess`` gives it, in the words of Lambda's supervisor.

    >>> exit_reason(0), exit_reason(3), exit_reason(-9)
    ('Runtime exited without providing a reason', 'Runtime exited with error: exit status 3',
     'Runtime exited with error: signal: killed')
    """
    if returncode == 0:
        return "Runtime exited without providing a reason"
    if returncode > 0:
        return f"Runtime exited with error: exit status {returncode}"
    name = (signal.strsignal(-returncode) or f"signal {-returncode}").split(":")[0].lower()
    return f"Runtime exited with error: signal: {name}"
