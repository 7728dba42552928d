"""Which checks are about what: a mistake that has a name is told with one of them."""

CHECKS = {
    "Y_HAT": ("test_prediction",),
    "SQUARED_LOSS": ("test_squared_loss",),
    "ABSOLUTE_LOSS": ("test_absolute_loss",),
    "SQUARED_GRADIENT": ("test_squared_gradient",),
    "ABSOLUTE_GRADIENT": ("test_absolute_gradient",),
    "W_AFTER_SQUARED": ("test_w_after_one_squared_step",),
    "W_AFTER_ABSOLUTE": ("test_w_after_one_absolute_step",),
    "NEXT_ABSOLUTE_GRADIENT": ("test_next_absolute_gradient",),
    "absolute_loss": (
        "test_loss_is_the_distance",
        "test_gradient_has_a_side_and_no_size",
    ),
    "mean_absolute_loss": (
        "test_a_single_reading[mean_absolute_loss]",
        "test_mean_over_all_readings[mean_absolute_loss]",
        "test_gradient_of_a_mean[mean_absolute_loss]",
    ),
    "mean_squared_loss": (
        "test_a_single_reading[mean_squared_loss]",
        "test_mean_over_all_readings[mean_squared_loss]",
        "test_gradient_of_a_mean[mean_squared_loss]",
    ),
    "train": (
        "test_one_step_of_the_loop",
        "test_every_step_uses_its_own_gradient",
        "test_gradient_is_reset",
        "test_rows_count_their_steps",
        "test_rows_show_the_parameter_before_its_update",
        "test_rows_show_the_loss_of_their_value",
        "test_walk_along_both_losses",
    ),
    "train_with_decay": (
        "test_step_k_uses_its_own_rate",
        "test_decay_returns_the_same_kind_of_rows",
        "test_decay_ends_the_walk",
    ),
    "SQUARED_LOWEST_AT": ("test_squared_lowest_at",),
    "ABSOLUTE_LOWEST_AT": ("test_absolute_lowest_at",),
    "SQUARED_MOVES_BY": ("test_squared_moves_by",),
    "ABSOLUTE_MOVES_BY": ("test_absolute_moves_by",),
    "WHICH": ("test_which",),
}
