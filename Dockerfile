# A small image with the binary alone, which runs as nobody in particular:
#
#   docker run --rm -v "$PWD:/project:ro" -w /project sverka check
#
# BINARY is a static binary (target x86_64-unknown-linux-musl or aarch64-unknown-linux-musl).
FROM scratch
ARG BINARY=sverka
COPY --chmod=755 ${BINARY} /usr/bin/sverka
COPY LICENSE-MIT LICENSE-APACHE /usr/share/doc/sverka/
USER 65532:65532
ENTRYPOINT ["/usr/bin/sverka"]
CMD ["--help"]
