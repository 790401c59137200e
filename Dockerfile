# Scans offline: docker run --rm --network none -v "$PWD":/data ita-checker scan /data/2568 -o /data/gaps.html
FROM python:3.13-slim

# LibreOffice reads office documents; leave it out (--build-arg OFFICE=) for an image some 700 MB smaller:
# such files are then named and not read. The reader of scans needs nothing from the system.
ARG OFFICE="libreoffice-writer-nogui libreoffice-calc-nogui libreoffice-impress-nogui fonts-thai-tlwg"
RUN if [ -n "$OFFICE" ]; then apt-get update && apt-get install -y --no-install-recommends $OFFICE \
 && rm -rf /var/lib/apt/lists/*; fi

COPY pyproject.toml README.md LICENSE /src/
COPY ita_checker /src/ita_checker
COPY rules /src/rules
RUN pip install --no-cache-dir /src && rm -rf /src

RUN useradd --create-home auditor
USER auditor
ENV ITA_CHECKER_CACHE=/home/auditor/cache PYTHONUTF8=1
WORKDIR /data
ENTRYPOINT ["ita-checker"]
CMD ["--help"]
