# make run       sets everything up and serves it (PORT=8000; HTTPS=1 for a real phone in the same network)
# make test      sets everything up and checks everything (PART=sqlite runs one part)
# make lint      only the rules of style and of who may import whom
# make pictures  draws every page in pictures/: narrow and wide, light and dark
# make bench     measures
# make offline   sends sealed signals over a bad network and counts them (N=1000 DB=both)
# make faults    kills worker, web server and broker under load, and counts what got done (N=200 SETUP=embedded|redis|rabbitmq)
# make pairs     lets two people decide on the same signal at once (N=1000 DB=both)
# make lock      writes the locked dependencies again from pyproject.toml (UPGRADE=1 takes newer versions)

PYTHON ?= $(firstword $(foreach name,python3 python3.13 python3.12 python3.11 python,$(shell command -v $(name))))

run test lint pictures bench offline faults pairs lock:
	@$(if $(PYTHON),,echo "Er is geen Python gevonden: installeer Python 3.11 of nieuwer."; exit 1;) \
		MAKE_PID=$$PPID exec $(PYTHON) -m scripts $@ $(PART)

.PHONY: run test lint pictures bench offline faults pairs lock
