"""``python -m bench.stock``: LocalStack without our services and patches, but with our executor of functions.

Its own executor needs Docker. Which services are ours is chosen by the environment (``sandboxes.stock``).
"""

from localstack.runtime.main import main

from offline_aws.apigateway import api_id, patch

if __name__ == "__main__":
    for module in (api_id, patch):
        setattr(module, "apply", lambda: None)  # noqa: B010
    main()
