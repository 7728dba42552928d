"""All benchmarks: `python -m tests.benchmarks`."""

from tests.benchmarks import bench_nbgrader, reach

reach.main()
bench_nbgrader.main()
