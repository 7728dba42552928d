EXACT_FOR = "lines"
