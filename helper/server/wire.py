"""waitress, where its own behaviour isn't ours: what it refuses before the gate sees it, and in which words."""

from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser, ParsingError, TransferEncodingNotImplemented
from waitress.task import ErrorTask
from waitress.utilities import BadRequest, Error

from . import problems
from .log import note

_PROBLEMS = {
    problem.status: problem
    for problem in (
        problems.BAD_REQUEST,
        problems.NO_LENGTH,
        problems.TOO_LONG,
        problems.HEADERS,
        problems.CRASH,
    )
}


class _NoLength(Error):  # type: ignore[misc]  # waitress has no types
    code = 411
    reason = "Length Required"


class _Parser(HTTPRequestParser):  # type: ignore[misc]
    def parse_header(self, header_plus: bytes) -> None:
        """waitress turns a chunked body into one with a length, and takes an HTTP/1.0 one that names both: neither here."""
        try:
            super().parse_header(header_plus)
        except (ValueError, TransferEncodingNotImplemented):  # a Content-Length of thousands of digits; a coding waitress would answer with a 501
            raise ParsingError("") from None
        if self.version not in ("1.0", "1.1"):
            raise ParsingError("")
        self.expect_continue = False  # "100 Continue" would revive a request already refused
        if self.chunked or "TRANSFER_ENCODING" in self.headers:
            self.error = _NoLength("") if self.chunked else BadRequest("")
            self.completed = True


class _Refusal(ErrorTask):  # type: ignore[misc]
    def execute(self) -> None:
        problem = _PROBLEMS.get(self.request.error.code, problems.BAD_REQUEST)
        note(problem)
        self.status = problem.status_line
        self.response_headers.extend(problem.headers())
        self.set_close_on_finish()
        self.content_length = len(problem.body)
        self.write(problem.body)


class Channel(HTTPChannel):  # type: ignore[misc]
    parser_class = _Parser
    error_task_class = _Refusal
