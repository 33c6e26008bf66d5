"""LocalStack's missing half: AWS services as LocalStack plugins, for pipelines that run offline."""
