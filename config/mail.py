"""Mail as files: one file a mail, so that the pages can show them and nothing leaves the machine."""

import os
import uuid

from django.conf import settings
from django.core.mail.backends.base import BaseEmailBackend


class FileBackend(BaseEmailBackend):
    """Write each mail as one file, named after its effect key, so that writing twice is writing once."""

    def send_messages(self, messages):
        settings.MAIL_FOLDER.mkdir(parents=True, exist_ok=True, mode=0o700)
        for message in messages:
            name = message.extra_headers.get("X-Effect-Key") or uuid.uuid4().hex
            path = settings.MAIL_FOLDER / f"{name}.eml"
            half = path.with_suffix(".half")
            half.write_bytes(message.message().as_bytes())
            os.chmod(half, 0o600)
            os.replace(half, path)
        return len(messages)
