"""A restaurant's clickstream pipeline: what would run against AWS, by boto3 alone."""
