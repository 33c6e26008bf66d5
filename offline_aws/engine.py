"""LocalStack's process: ``python -m offline_aws.engine``.

A start makes a million objects, nearly all to stay. Looking for garbage among them takes a tenth of its time, so that
is left until it is over: :func:`offline_aws.plugins.collect_garbage`.
"""

import gc


def main() -> None:
    """Run LocalStack; the process ends with it."""
    gc.disable()
    from localstack.runtime.main import main as run

    run()


if __name__ == "__main__":
    main()
