"""N kills under a working town: what was due is done, once, and in time; counted by who received it."""

DIES = "X-Dies-After-Commit"  # a request with this header ends the web process between commit and wake-up
TEXT = "text "  # before the key of a text message: the mail of the same call has the same key
