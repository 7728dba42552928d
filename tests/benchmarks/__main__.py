"""All benchmarks: `python -m tests.benchmarks`."""

from tests.benchmarks import bench_nbgrader, growth, reach

reach.main()
growth.main()
bench_nbgrader.main()
