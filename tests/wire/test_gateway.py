"""The port of the AWS API itself."""

import socket

import pytest

from offline_aws.sandbox import Sandbox


def test_nothing_listens_but_on_the_address_that_was_told(sandbox: Sandbox) -> None:
    # Linux answers at all of 127.0.0.0/8 for a server that listens to every address.
    with pytest.raises(OSError), socket.create_connection(("127.0.0.2", sandbox.port), timeout=5):
        pass
