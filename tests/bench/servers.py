"""Runs as a child: `bare` is the least that waitress and flask can answer, `ours` the helper as `bedenktijd start` builds it.

Only the limit on checks a second is lifted: it is there to be met. Prints a line when it listens; the parent ends it.
"""

import sys


def bare(port: int) -> None:
    import flask
    import waitress

    app = flask.Flask("bare")

    @app.post("/v1/check")
    def answer() -> flask.Response:
        return flask.jsonify(level="none", characters=len(flask.request.get_json()["text"]))

    print("listening", flush=True)
    waitress.serve(app, host="127.0.0.1", port=port, threads=4, ident=None)


def ours(port: int) -> None:
    from bedenktijd.engine.check import Checker
    from bedenktijd.profile import load
    from bedenktijd.server.answers import Answers
    from bedenktijd.server.gate import Gate
    from bedenktijd.server.hardening import harden
    from bedenktijd.server.inner import Inner
    from bedenktijd.server.pairing import Pairing
    from bedenktijd.server.serve import Server, listen

    harden()
    pairing = Pairing()
    pairing.ensure_token()
    profiles = load(None)
    checker = Checker.load(profiles.profile)
    checker.warm()
    answers = Answers(lambda: checker, profiles)
    server = Server(listen(port), Gate(Inner(answers, pairing, port), pairing, port, checks_a_second=10**9))
    print("listening", flush=True)
    server.run()


if __name__ == "__main__":
    {"bare": bare, "ours": ours}[sys.argv[1]](int(sys.argv[2]))
