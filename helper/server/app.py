"""The Flask application: three resources, and CORS for exactly the paired origins."""

from collections.abc import Callable

from flask import Flask, Response, request
from flask_cors import CORS
from werkzeug.exceptions import HTTPException

from ..types import PROTOCOL
from . import problems
from .answers import Answers, read_json
from .log import note
from .pairing import literal_origins
from .problems import Problem, Refused


def create_app(answers: Answers, prove: Callable[[str], str], origins: tuple[str, ...] = ()) -> Flask:
    """`prove` answers a nonce with the proof of identity. Raises PairingError for an origin flask-cors could take for a pattern."""
    app = Flask("bedenktijd", static_folder=None)
    CORS(
        app,
        resources={"/v1/*": {}},
        origins=list(literal_origins(origins)),
        methods=["GET", "POST"],
        allow_headers=["Authorization", "Content-Type"],
        supports_credentials=False,
        allow_private_network=False,
        send_wildcard=False,
        always_send=False,
        max_age=60,
    )
    app.register_error_handler(Exception, _problem)
    app.after_request(_safe)

    @app.get("/v1/hello")
    def hello() -> dict[str, object]:
        return {"protocol": PROTOCOL, "proof": prove(request.args["nonce"])}

    @app.post("/v1/check")
    def check() -> Response:
        return _json(answers.check(request.get_data()))

    @app.route("/v1/rules", methods=["GET", "POST"])
    def rules() -> Response:
        if request.method == "POST" and read_json(request.get_data()) != {}:
            raise Refused(problems.WRONG_SHAPE)
        return _json(answers.rules())

    return app


def _json(body: bytes) -> Response:
    return Response(body, content_type="application/json")


def _safe(response: Response) -> Response:
    response.headers.extend(problems.SAFE_HEADERS)
    return response


def _problem(error: Exception) -> Response:
    """Handles every exception, so that Flask logs none of them."""
    if isinstance(error, Refused):
        note(error.problem)
        return _as_response(error.problem)
    if isinstance(error, HTTPException):
        return _as_response(problems.METHOD if error.code == 405 else problems.NOT_FOUND)
    note(problems.CRASH, error)
    return _as_response(problems.CRASH)


def _as_response(problem: Problem) -> Response:
    return Response(problem.body, problem.status, content_type=problems.MEDIA_TYPE)
