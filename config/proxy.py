"""Who really asks, when a web server of the municipality stands in front."""

from ipaddress import ip_address


class ClientAddress:
    """Take the address that the server in front saw; what a client says of itself does not count."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        address = seen_in_front(request.headers.get("X-Forwarded-For", ""))
        if address:
            request.META["REMOTE_ADDR"] = address
        return self.get_response(request)


def seen_in_front(header):
    """The last address of the header, which the server in front added; empty when that is none."""
    last = header.rpartition(",")[2].strip()
    try:
        return str(ip_address(last))
    except ValueError:
        return ""
