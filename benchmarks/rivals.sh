#!/usr/bin/env bash
# Installs and builds the rivals on Debian or Ubuntu. The benchmarks run without them and show them as absent.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/rivals"

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

as_root apt-get update -qq
as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
    macaulay2 fflas-ffpack libgivaro-dev libgmp-dev libopenblas-dev g++

# FFLAS-FFPACK's own header notices -fopenmp too late for its parallel routines; hence the definition.
mkdir -p build
g++ -O3 -march=native -std=c++17 -fopenmp -D__FFLASFFPACK_USE_OPENMP fflas_rank.cpp -o build/fflas_rank \
    -lopenblas -lgivaro -lgmpxx -lgmp

M2 --version
test -x build/fflas_rank && echo "fflas_rank is built"
