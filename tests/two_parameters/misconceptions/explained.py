"""Which checks are about what: a mistake that has a name is told with one of them."""

CHECKS = {
    "Y_HAT_1": ("test_first_prediction",),
    "Y_HAT_2": ("test_second_prediction",),
    "LOSS": ("test_loss",),
    "GRADIENT_W_SIGN": ("test_sign_of_the_gradient_for_w",),
    "GRADIENT_B_SIGN": ("test_sign_of_the_gradient_for_b",),
    "GRADIENT_W": ("test_gradient_for_w",),
    "GRADIENT_B": ("test_gradient_for_b",),
    "W_AFTER": ("test_w_after_one_step",),
    "B_AFTER": ("test_b_after_one_step",),
    "LOSS_AFTER": ("test_loss_after_one_step",),
    "LOSS_WENT_DOWN": ("test_loss_went_down",),
    "predict": (
        "test_prediction",
        "test_prediction_grows_with_both_parameters",
    ),
    "mean_squared_loss": (
        "test_loss_of_a_single_point",
        "test_loss_is_the_mean_of_squared_errors",
        "test_gradient_of_w",
        "test_gradient_of_b",
    ),
    "loss_table": (
        "test_table_of_losses",
        "test_one_place_of_the_table",
    ),
    "LOWER": ("test_lower",),
    "FIRST_STEP_FROM_P": ("test_first_step_from_p",),
    "LEAVES_ITS_LINE": ("test_leaves_its_line",),
    "STEEPEST": ("test_steepest",),
    "BEHAVIOUR": (
        "test_eta_0_1",
        "test_eta_0_25",
        "test_eta_0_5",
        "test_eta_0_6",
    ),
}
