# The sandbox as an image: LocalStack from PyPI, our plugins in it, and the pipeline.
# Nothing here names an architecture: it builds on amd64 and arm64.

FROM debian:trixie-slim AS base
# Debian 13's Python is 3.13, the one that LocalStack needs.
RUN apt-get update \
    && apt-get install --no-install-recommends --yes python3 \
    && rm -rf /var/lib/apt/lists/* /var/cache/apt/* /var/log/*
ENV PATH=/opt/sandbox/bin:$PATH \
    PYTHONUNBUFFERED=1

FROM base AS tools
RUN apt-get update && apt-get install --no-install-recommends --yes python3-venv
COPY scripts/uv.txt /tmp/uv.txt
RUN --mount=type=cache,target=/root/.cache \
    python3 -m venv /opt/uv && /opt/uv/bin/pip install --require-hashes --requirement /tmp/uv.txt
ENV UV_PYTHON=/usr/bin/python3 UV_PYTHON_DOWNLOADS=never UV_LINK_MODE=copy UV_PROJECT_ENVIRONMENT=/opt/sandbox
WORKDIR /build
COPY uv.lock pyproject.toml ./
COPY offline_aws/pyproject.toml offline_aws/

# What is locked, by hash. Compiled here, as the sandbox may write nothing where it lies. cfn-lint, and what it needs,
# serves moto's CloudFormation alone, in whose place LocalStack has its own.
FROM tools AS dependencies
RUN --mount=type=cache,target=/root/.cache \
    /opt/uv/bin/uv sync --frozen --no-default-groups --group sandbox --no-install-workspace --compile-bytecode \
        --no-install-package cfn-lint --no-install-package networkx --no-install-package sympy --no-install-package mpmath
# What nothing reads here: packages' own tests, C++ headers, jars without a Java, the manual of the AWS CLI.
RUN cd /opt/sandbox/lib/python3.13/site-packages \
    && rm -r pyarrow/include amazon_kclpy/jars awscli/examples \
    && find . -type d -name tests -prune -exec rm -r {} +

# Our plugins as the wheel that other projects get.
FROM tools AS plugins
RUN --mount=type=cache,target=/root/.cache \
    UV_PROJECT_ENVIRONMENT=/opt/build /opt/uv/bin/uv sync --frozen --only-group build
COPY LICENSE .
COPY offline_aws offline_aws
RUN PATH=/opt/build/bin:$PATH /opt/uv/bin/uv build --offline --no-build-isolation --python /opt/build/bin/python \
        --package offline-aws --wheel --out-dir dist \
    && /opt/uv/bin/uv pip install --offline --no-deps --compile-bytecode --target /plugins dist/*.whl

FROM base
RUN useradd --uid 10001 --no-create-home --shell /usr/sbin/nologin sandbox \
    && install --directory --owner sandbox /var/lib/localstack \
    && install --directory /etc/localstack/init /etc/localstack/conf.d /usr/lib/localstack
COPY --from=dependencies /opt/sandbox /opt/sandbox
COPY --from=plugins /plugins /opt/sandbox/lib/python3.13/site-packages
WORKDIR /clickstream
COPY queries queries
COPY pipeline pipeline
# The home of what LocalStack keeps between starts and can do without.
ENV HOME=/tmp PYTHONPATH=/clickstream GATEWAY_LISTEN=0.0.0.0:4566
USER sandbox
EXPOSE 4566
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=3s --timeout=10s --start-period=90s --retries=3 CMD ["python", "-m", "offline_aws.container", "check"]
CMD ["python", "-m", "offline_aws.container", "run"]
