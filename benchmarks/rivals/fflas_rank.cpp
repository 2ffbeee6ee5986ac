// The rank modulo a prime by FFLAS-FFPACK over ModularBalanced<double>, timed by this program itself.
//
// Usage: fflas_rank FILE ROWS COLUMNS MODULUS THREADS
// FILE holds ROWS × COLUMNS little-endian int32, row by row. Prints "ready", then for each line of standard input
// "rank cpu-seconds wall-seconds": of the rank routine alone, on a fresh copy of the residues.

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <vector>

#include <fflas-ffpack/fflas-ffpack-config.h>
#include <fflas-ffpack/ffpack/ffpack.h>
#include <givaro/modular-balanced.h>

using Field = Givaro::ModularBalanced<double>;

static double seconds(clockid_t clock) {
    timespec now{};
    clock_gettime(clock, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

int main(int count, char** arguments) {
    if (count != 6) {
        std::fprintf(stderr, "usage: fflas_rank FILE ROWS COLUMNS MODULUS THREADS\n");
        return 2;
    }
    const size_t rows = std::strtoull(arguments[2], nullptr, 10);
    const size_t columns = std::strtoull(arguments[3], nullptr, 10);
    const Field field(std::strtod(arguments[4], nullptr));
    const size_t threads = std::strtoull(arguments[5], nullptr, 10);

    std::FILE* file = std::fopen(arguments[1], "rb");
    if (file == nullptr) {
        std::fprintf(stderr, "fflas_rank: %s cannot be read\n", arguments[1]);
        return 2;
    }
    double* matrix = FFLAS::fflas_new(field, rows, columns);
    double* work = FFLAS::fflas_new(field, rows, columns);
    std::vector<int32_t> row(columns);
    for (size_t i = 0; i < rows; ++i) {
        if (std::fread(row.data(), sizeof(int32_t), columns, file) != columns) {
            std::fprintf(stderr, "fflas_rank: %s ends in row %zu of %zu\n", arguments[1], i, rows);
            return 2;
        }
        for (size_t j = 0; j < columns; ++j)
            field.init(matrix[i * columns + j], static_cast<double>(row[j]));
    }
    std::fclose(file);
    std::puts("ready");
    std::fflush(stdout);

    for (char line[16]; std::fgets(line, sizeof line, stdin) != nullptr;) {
        std::copy(matrix, matrix + rows * columns, work);
        const double wall = seconds(CLOCK_MONOTONIC);
        const double cpu = seconds(CLOCK_PROCESS_CPUTIME_ID);
        const size_t rank = threads > 1 ? FFPACK::pRank(field, rows, columns, work, columns, threads)
                                        : FFPACK::Rank(field, rows, columns, work, columns);
        const double spent = seconds(CLOCK_PROCESS_CPUTIME_ID) - cpu;
        std::printf("%zu %.9f %.9f\n", rank, spent, seconds(CLOCK_MONOTONIC) - wall);
        std::fflush(stdout);
    }
    FFLAS::fflas_delete(work);
    FFLAS::fflas_delete(matrix);
    return 0;
}
