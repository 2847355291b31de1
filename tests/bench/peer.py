"""Runs in the peers' environment: times one peer on the posts given on standard input, prints seconds as JSON."""

import json
import sys

import clock


def checker(name):
    if name in ("better-profanity", "better-profanity-rs"):
        package = __import__(name.replace("-", "_"))
        package.profanity.load_censor_words()
        return package.profanity.contains_profanity
    if name == "alt-profanity-check":
        from profanity_check import predict_prob

        return lambda text: predict_prob([text])
    if name == "glin-profanity":
        from glin_profanity import Filter

        return Filter({"languages": ["english", "dutch"]}).check_profanity
    from proselint.checks import __register__
    from proselint.registry import CheckRegistry
    from proselint.tools import LintFile

    CheckRegistry().register_many(__register__)
    return lambda text: LintFile("post", text).lint()


if __name__ == "__main__":
    check, asked = checker(sys.argv[1]), json.load(sys.stdin)
    check("warming up")
    print(json.dumps({key: clock.at(clock.each(check, texts, 2), 0.5) for key, texts in asked.items()}))
