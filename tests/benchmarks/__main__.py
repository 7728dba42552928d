"""All benchmarks: `python -m tests.benchmarks`."""

from tests.benchmarks import bench_grading, bench_nbgrader

bench_grading.main(runs=7)
bench_nbgrader.main()
