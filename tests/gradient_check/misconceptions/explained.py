"""Which checks are about what: a mistake that has a name is told with one of them."""

CHECKS = {
    "forward_slope": (
        "test_forward_slope",
        "test_errors_shrink_with_the_nudge",
    ),
    "central_slope": (
        "test_central_slope",
        "test_central_slope_needs_no_h",
        "test_errors_shrink_with_the_nudge",
    ),
    "relative_error": (
        "test_relative_error",
        "test_relative_error_knows_no_scale",
        "test_relative_error_of_equal_numbers",
    ),
    "measured_gradients": (
        "test_one_measured_slope_for_each_input",
        "test_the_nudge_is_as_large_as_asked",
        "test_measuring_trusts_no_engine",
    ),
    "engine_gradients": (
        "test_the_engines_gradients",
        "test_the_engine_speaks_for_itself",
    ),
    "FORWARD_ERROR_SHRINKS": ("test_forward_error_shrinks",),
    "CENTRAL_ERROR_SHRINKS": ("test_central_error_shrinks",),
    "EXACT_FOR": ("test_exact_for",),
}
