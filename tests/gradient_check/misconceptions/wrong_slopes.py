"""Wrong versions of `forward_slope` and `central_slope`, as they would be written."""

# --- forward: where f is asked --------------------------------------------------------------------


def central_for_forward(f, x, h):
    return (f(x + h) - f(x - h)) / (2 * h)


def central_for_forward_with_half(f, x, h):
    return (f(x + h / 2) - f(x - h / 2)) / h


def backward_for_forward(f, x, h):
    return (f(x) - f(x - h)) / h


def central_rise_over_h(f, x, h):
    return (f(x + h) - f(x - h)) / h


def forward_turned(f, x, h):
    return (f(x) - f(x + h)) / h


def backward_turned(f, x, h):
    return (f(x - h) - f(x)) / h


def forward_without_the_start(f, x, h):
    return f(x + h) / h


def forward_minus_x(f, x, h):
    return (f(x + h) - x) / h


def forward_result_nudged(f, x, h):
    return (f(x) + h - f(x)) / h


def forward_result_nudged_twice(f, x, h):
    y = f(x)
    nudged = y + h
    return (nudged - y) / h


def forward_of_h(f, x, h):
    return (f(h) - f(x)) / h


def forward_from_zero(f, x, h):
    return f(h) / h


def forward_of_a_factor(f, x, h):
    return (f(x * h) - f(x)) / h


def forward_of_a_share(f, x, h):
    return (f(x * (1 + h)) - f(x)) / h


def forward_of_a_share_of_the_way(f, x, h):
    return (f(x * (1 + h)) - f(x)) / (x * h)


def forward_two_arguments(f, x, h):
    return (f(x, h) - f(x)) / h


def forward_f_plus_h(f, x, h):
    return (f + h - f) / h


def forward_f_as_factor(f, x, h):
    return (f * (x + h) - f * x) / h


# --- forward: which way ------------------------------------------------------------------------------


def forward_rise_only(f, x, h):
    return f(x + h) - f(x)


def forward_bracket_missing(f, x, h):
    return f(x + h) - f(x) / h


def forward_multiplied(f, x, h):
    return (f(x + h) - f(x)) * h


def forward_over_two_h(f, x, h):
    return (f(x + h) - f(x)) / (2 * h)


def forward_over_two_times_h(f, x, h):
    return (f(x + h) - f(x)) / 2 * h


def forward_over_h_squared(f, x, h):
    return (f(x + h) - f(x)) / h**2


def forward_over_x(f, x, h):
    return (f(x + h) - f(x)) / x


def forward_over_the_place(f, x, h):
    return (f(x + h) - f(x)) / (x + h)


def forward_upside_down(f, x, h):
    return h / (f(x + h) - f(x))


# --- forward: which h ---------------------------------------------------------------------------------


def forward_fixed_hundred_thousandth(f, x, h):
    h = 1e-5
    return (f(x + h) - f(x)) / h


def forward_fixed_millionth(f, x, h):
    h = 1e-6
    return (f(x + h) - f(x)) / h


def forward_fixed_thousandth(f, x, h):
    h = 0.001
    return (f(x + h) - f(x)) / h


def forward_fixed_ten_thousandth(f, x, h):
    h = 1e-4
    return (f(x + h) - f(x)) / h


def forward_fixed_hundredth(f, x, h):
    h = 0.01
    return (f(x + h) - f(x)) / h


def forward_fixed_one(f, x, h):
    return f(x + 1) - f(x)


def forward_ten_millionth(f, x, h):
    h = 1e-7
    return (f(x + h) - f(x)) / h


# --- forward: what comes back --------------------------------------------------------------------------


def forward_size_only(f, x, h):
    return abs(f(x + h) - f(x)) / h


def forward_rounded(f, x, h):
    return round((f(x + h) - f(x)) / h, 2)


def forward_rounded_to_whole(f, x, h):
    return round((f(x + h) - f(x)) / h)


def forward_rounded_to_four(f, x, h):
    return round((f(x + h) - f(x)) / h, 4)


def forward_whole_division(f, x, h):
    return (f(x + h) - f(x)) // h


def forward_nothing(f, x, h):
    slope = (f(x + h) - f(x)) / h  # noqa: F841


def forward_pair(f, x, h):
    return f(x + h) - f(x), h


def forward_as_function(f, x, h):
    def slope(x):
        return (f(x + h) - f(x)) / h

    return slope


def forward_tangent(f, x, h):
    slope = (f(x + h) - f(x)) / h
    return f(x) + slope * h


def cube_by_formula(f, x, h):
    return 3 * x**2


# --- central: where f is asked ------------------------------------------------------------------------


def forward_for_central(f, x, h=1e-5):
    return (f(x + h) - f(x)) / h


def backward_for_central(f, x, h=1e-5):
    return (f(x) - f(x - h)) / h


def forward_rise_over_two_h(f, x, h=1e-5):
    return (f(x + h) - f(x)) / (2 * h)


def backward_rise_over_two_h(f, x, h=1e-5):
    return (f(x) - f(x - h)) / (2 * h)


def wide_forward(f, x, h=1e-5):
    return (f(x + 2 * h) - f(x)) / (2 * h)


def half_nudges(f, x, h=1e-5):
    return (f(x + h / 2) - f(x - h / 2)) / h


def half_nudges_over_two_h(f, x, h=1e-5):
    return (f(x + h / 2) - f(x - h / 2)) / (2 * h)


def double_nudges(f, x, h=1e-5):
    return (f(x + 2 * h) - f(x - 2 * h)) / (4 * h)


def double_nudges_over_two_h(f, x, h=1e-5):
    return (f(x + 2 * h) - f(x - 2 * h)) / (2 * h)


def central_turned(f, x, h=1e-5):
    return (f(x - h) - f(x + h)) / (2 * h)


def central_added(f, x, h=1e-5):
    return (f(x + h) + f(x - h)) / (2 * h)


def central_same_place(f, x, h=1e-5):
    return (f(x + h) - f(x + h)) / (2 * h)


def bend_for_slope(f, x, h=1e-5):
    return (f(x + h) - 2 * f(x) + f(x - h)) / h**2


def bend_over_two_h(f, x, h=1e-5):
    return (f(x + h) - 2 * f(x) + f(x - h)) / (2 * h)


def difference_of_the_slopes(f, x, h=1e-5):
    return ((f(x + h) - f(x)) / h - (f(x) - f(x - h)) / h) / 2


def central_result_nudged(f, x, h=1e-5):
    return ((f(x) + h) - (f(x) - h)) / (2 * h)


def central_from_zero(f, x, h=1e-5):
    return (f(h) - f(-h)) / (2 * h)


def central_of_a_share(f, x, h=1e-5):
    return (f(x * (1 + h)) - f(x * (1 - h))) / (2 * h)


def central_of_a_share_of_the_way(f, x, h=1e-5):
    return (f(x * (1 + h)) - f(x * (1 - h))) / (2 * h * x)


def central_two_arguments(f, x, h=1e-5):
    return (f(x, h) - f(x, -h)) / (2 * h)


def central_f_plus_h(f, x, h=1e-5):
    return ((f + h) - (f - h)) / (2 * h)


# --- central: which way -------------------------------------------------------------------------------


def over_h(f, x, h=1e-5):
    return (f(x + h) - f(x - h)) / h


def slopes_added(f, x, h=1e-5):
    forward = (f(x + h) - f(x)) / h
    backward = (f(x) - f(x - h)) / h
    return forward + backward


def over_two_times_h(f, x, h=1e-5):
    return (f(x + h) - f(x - h)) / 2 * h


def over_h_squared(f, x, h=1e-5):
    return (f(x + h) - f(x - h)) / h**2


def over_two_h_squared(f, x, h=1e-5):
    return (f(x + h) - f(x - h)) / (2 * h**2)


def over_two_h_all_squared(f, x, h=1e-5):
    return (f(x + h) - f(x - h)) / (2 * h) ** 2


def central_rise_only(f, x, h=1e-5):
    return f(x + h) - f(x - h)


def over_two(f, x, h=1e-5):
    return (f(x + h) - f(x - h)) / 2


def central_bracket_missing(f, x, h=1e-5):
    return f(x + h) - f(x - h) / (2 * h)


def central_both_brackets_missing(f, x, h=1e-5):
    return f(x + h) - f(x - h) / 2 * h


def central_multiplied(f, x, h=1e-5):
    return (f(x + h) - f(x - h)) * h


def central_multiplied_by_two_h(f, x, h=1e-5):
    return (f(x + h) - f(x - h)) * (2 * h)


def over_four_h(f, x, h=1e-5):
    return (f(x + h) - f(x - h)) / (4 * h)


def over_two_plus_h(f, x, h=1e-5):
    return (f(x + h) - f(x - h)) / (2 + h)


def over_x(f, x, h=1e-5):
    return (f(x + h) - f(x - h)) / (2 * x)


def over_places(f, x, h=1e-5):
    return (f(x + h) - f(x - h)) / ((x + h) + (x - h))


def central_upside_down(f, x, h=1e-5):
    return (2 * h) / (f(x + h) - f(x - h))


# --- central: which h ---------------------------------------------------------------------------------


def default_thousandth(f, x, h=1e-3):
    return (f(x + h) - f(x - h)) / (2 * h)


def default_hundredth(f, x, h=0.01):
    return (f(x + h) - f(x - h)) / (2 * h)


def default_in_ten_digits(f, x, h=1e-10):
    return (f(x + h) - f(x - h)) / (2 * h)


def default_one(f, x, h=1):
    return (f(x + h) - f(x - h)) / (2 * h)


def no_default(f, x, h):
    return (f(x + h) - f(x - h)) / (2 * h)


def central_fixed(f, x, h=1e-5):
    h = 1e-5
    return (f(x + h) - f(x - h)) / (2 * h)


def central_fixed_in_the_formula(f, x, h=1e-5):
    return (f(x + 1e-5) - f(x - 1e-5)) / (2 * 1e-5)


def central_fixed_thousandth(f, x, h=1e-5):
    h = 1e-3
    return (f(x + h) - f(x - h)) / (2 * h)


def central_fixed_millionth(f, x, h=1e-5):
    h = 1e-6
    return (f(x + h) - f(x - h)) / (2 * h)


# --- central: what comes back --------------------------------------------------------------------------


def central_size_only(f, x, h=1e-5):
    return abs(f(x + h) - f(x - h)) / (2 * h)


def central_rounded(f, x, h=1e-5):
    return round((f(x + h) - f(x - h)) / (2 * h), 2)


def central_rounded_to_whole(f, x, h=1e-5):
    return round((f(x + h) - f(x - h)) / (2 * h))


def central_rounded_to_four(f, x, h=1e-5):
    return round((f(x + h) - f(x - h)) / (2 * h), 4)


def central_whole_division(f, x, h=1e-5):
    return (f(x + h) - f(x - h)) // (2 * h)


def central_nothing(f, x, h=1e-5):
    slope = (f(x + h) - f(x - h)) / (2 * h)  # noqa: F841


def central_both_sides(f, x, h=1e-5):
    return (f(x + h) - f(x)) / h, (f(x) - f(x - h)) / h


def central_as_function(f, x, h=1e-5):
    def slope(x):
        return (f(x + h) - f(x - h)) / (2 * h)

    return slope


def cube_by_formula_for_central(f, x, h=1e-5):
    return 3 * x**2
