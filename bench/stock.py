"""``python -m bench.stock``: LocalStack without our services and patches, but with our executor of functions.

Its own executor needs Docker. Which services are ours is chosen by the environment (``sandboxes.stock``).
"""

from localstack.runtime.main import main

from offline_aws import answer_types, in_memory_client, json_protocol, web_server
from offline_aws.apigateway import api_id, patch
from offline_aws.lambda_runtime import reports

if __name__ == "__main__":
    for module in (answer_types, api_id, in_memory_client, json_protocol, patch, reports, web_server):
        setattr(module, "apply", lambda: None)  # noqa: B010
    main()
