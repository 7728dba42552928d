"""Wrong versions of `measured_gradients`, as they would be written."""

from tests.gradient_check.misconceptions.reference import (
    alone,
    central_slope,
    engine_gradients,
    forward_slope,
)

# --- who is nudged ----------------------------------------------------------------------------------


def all_at_once(Value, f, xs, h=1e-5):
    slopes = []
    for _ in xs:
        above = f(*[Value(x + h) for x in xs]).data
        below = f(*[Value(x - h) for x in xs]).data
        slopes.append((above - below) / (2 * h))
    return slopes


def all_moved_along(Value, f, xs, h=1e-5):
    slopes = []
    for x in xs:

        def along(moved):
            return f(*[Value(moved) for _ in xs]).data

        slopes.append(central_slope(along, x, h))
    return slopes


def all_at_once_a_single_slope(Value, f, xs, h=1e-5):
    above = f(*[Value(x + h) for x in xs]).data
    below = f(*[Value(x - h) for x in xs]).data
    return [(above - below) / (2 * h)]


def all_at_once_a_bare_slope(Value, f, xs, h=1e-5):
    above = f(*[Value(x + h) for x in xs]).data
    below = f(*[Value(x - h) for x in xs]).data
    return (above - below) / (2 * h)


def all_at_once_forward(Value, f, xs, h=1e-5):
    before = f(*[Value(x) for x in xs]).data
    after = f(*[Value(x + h) for x in xs]).data
    return [(after - before) / h for _ in xs]


def all_at_once_forward_bare(Value, f, xs, h=1e-5):
    before = f(*[Value(x) for x in xs]).data
    after = f(*[Value(x + h) for x in xs]).data
    return (after - before) / h


def all_at_once_over_h(Value, f, xs, h=1e-5):
    above = f(*[Value(x + h) for x in xs]).data
    below = f(*[Value(x - h) for x in xs]).data
    return [(above - below) / h for _ in xs]


def those_so_far(Value, f, xs, h=1e-5):
    slopes = []
    for k in range(len(xs)):
        above = f(*[Value(x + h if i <= k else x) for i, x in enumerate(xs)]).data
        below = f(*[Value(x - h if i <= k else x) for i, x in enumerate(xs)]).data
        slopes.append((above - below) / (2 * h))
    return slopes


def all_but_this(Value, f, xs, h=1e-5):
    slopes = []
    for k in range(len(xs)):
        above = f(*[Value(x if i == k else x + h) for i, x in enumerate(xs)]).data
        below = f(*[Value(x if i == k else x - h) for i, x in enumerate(xs)]).data
        slopes.append((above - below) / (2 * h))
    return slopes


def result_nudged(Value, f, xs, h=1e-5):
    result = f(*[Value(x) for x in xs]).data
    return [((result + h) - (result - h)) / (2 * h) for _ in xs]


def result_measured(Value, f, xs, h=1e-5):
    result = f(*[Value(x) for x in xs]).data
    return [central_slope(lambda x: x, result, h) for _ in xs]


def first_of_equals(Value, f, xs, h=1e-5):
    slopes = []
    for x in xs:
        k = xs.index(x)
        above = f(*[Value(other + h if i == k else other) for i, other in enumerate(xs)]).data
        below = f(*[Value(other - h if i == k else other) for i, other in enumerate(xs)]).data
        slopes.append((above - below) / (2 * h))
    return slopes


def all_equals(Value, f, xs, h=1e-5):
    slopes = []
    for x in xs:
        above = f(*[Value(other + h if other == x else other) for other in xs]).data
        below = f(*[Value(other - h if other == x else other) for other in xs]).data
        slopes.append((above - below) / (2 * h))
    return slopes


def last_for_all(Value, f, xs, h=1e-5):
    functions = []
    for k in range(len(xs)):

        def along(x):
            return f(*[Value(x if i == k else other) for i, other in enumerate(xs)]).data  # noqa: B023

        functions.append(along)
    return [central_slope(along, x, h) for along, x in zip(functions, xs, strict=True)]


def first_for_all(Value, f, xs, h=1e-5):
    def along(x):
        return f(Value(x), *[Value(other) for other in xs[1:]]).data

    return [central_slope(along, xs[0], h) for _ in xs]


def first_place_with_each(Value, f, xs, h=1e-5):
    def along(x):
        return f(Value(x), *[Value(other) for other in xs[1:]]).data

    return [central_slope(along, x, h) for x in xs]


# --- what the others do meanwhile --------------------------------------------------------------------


def below_is_left(Value, f, xs, h=1e-5):
    slopes = []
    for k in range(len(xs)):
        xs[k] += h
        above = f(*[Value(x) for x in xs]).data
        xs[k] -= 2 * h
        below = f(*[Value(x) for x in xs]).data
        slopes.append((above - below) / (2 * h))
    return slopes


def above_is_left(Value, f, xs, h=1e-5):
    slopes = []
    for k in range(len(xs)):
        xs[k] -= h
        below = f(*[Value(x) for x in xs]).data
        xs[k] += 2 * h
        above = f(*[Value(x) for x in xs]).data
        slopes.append((above - below) / (2 * h))
    return slopes


def below_is_left_by_place(Value, f, xs, h=1e-5):
    slopes = []
    for k, x in enumerate(xs):
        xs[k] = x + h
        above = f(*[Value(each) for each in xs]).data
        xs[k] = x - h
        below = f(*[Value(each) for each in xs]).data
        slopes.append((above - below) / (2 * h))
    return slopes


def put_back_too_far(Value, f, xs, h=1e-5):
    slopes = []
    for k in range(len(xs)):
        xs[k] += h
        above = f(*[Value(x) for x in xs]).data
        xs[k] -= 2 * h
        below = f(*[Value(x) for x in xs]).data
        xs[k] += 2 * h
        slopes.append((above - below) / (2 * h))
    return slopes


def values_left_below(Value, f, xs, h=1e-5):
    values = [Value(x) for x in xs]
    slopes = []
    for value in values:
        value.data += h
        above = f(*values).data
        value.data -= 2 * h
        below = f(*values).data
        slopes.append((above - below) / (2 * h))
    return slopes


def changed_by_the_function(Value, f, xs, h=1e-5):
    slopes = []
    for k in range(len(xs)):

        def along(x, k=k):
            xs[k] = x
            return f(*[Value(each) for each in xs]).data

        slopes.append(central_slope(along, xs[k], h))
    return slopes


def one_copy_for_all(Value, f, xs, h=1e-5):
    moved = list(xs)
    slopes = []
    for k in range(len(xs)):
        moved[k] = xs[k] + h
        above = f(*[Value(x) for x in moved]).data
        moved[k] = xs[k] - h
        below = f(*[Value(x) for x in moved]).data
        slopes.append((above - below) / (2 * h))
    return slopes


def never_goes_down(Value, f, xs, h=1e-5):
    slopes = []
    for k in range(len(xs)):
        xs[k] += h
        above = f(*[Value(x) for x in xs]).data
        xs[k] -= h
        below = f(*[Value(x) for x in xs]).data
        slopes.append((above - below) / (2 * h))
    return slopes


def forward_and_left_there(Value, f, xs, h=1e-5):
    before = f(*[Value(x) for x in xs]).data
    slopes = []
    for k in range(len(xs)):
        xs[k] += h
        after = f(*[Value(x) for x in xs]).data
        slopes.append((after - before) / h)
    return slopes


def copy_is_the_same_list(Value, f, xs, h=1e-5):
    slopes = []
    for k in range(len(xs)):
        up, down = xs, xs
        up[k] = xs[k] + h
        down[k] = xs[k] - h
        above = f(*[Value(x) for x in up]).data
        below = f(*[Value(x) for x in down]).data
        slopes.append((above - below) / (2 * h))
    return slopes


def others_are_zero(Value, f, xs, h=1e-5):
    slopes = []
    for k in range(len(xs)):

        def along(x, k=k):
            return f(*[Value(x if i == k else 0.0) for i in range(len(xs))]).data

        slopes.append(central_slope(along, xs[k], h))
    return slopes


def others_are_one(Value, f, xs, h=1e-5):
    slopes = []
    for k in range(len(xs)):

        def along(x, k=k):
            return f(*[Value(x if i == k else 1.0) for i in range(len(xs))]).data

        slopes.append(central_slope(along, xs[k], h))
    return slopes


def others_are_numbers(Value, f, xs, h=1e-5):
    slopes = []
    for k in range(len(xs)):

        def along(x, k=k):
            return f(*[Value(x) if i == k else other for i, other in enumerate(xs)]).data

        slopes.append(central_slope(along, xs[k], h))
    return slopes


def others_are_missing(Value, f, xs, h=1e-5):
    return [central_slope(lambda moved: f(Value(moved)).data, x, h) for x in xs]


def nudge_for_the_place(Value, f, xs, h=1e-5):
    slopes = []
    for k in range(len(xs)):
        above = f(*[Value(h if i == k else x) for i, x in enumerate(xs)]).data
        below = f(*[Value(-h if i == k else x) for i, x in enumerate(xs)]).data
        slopes.append((above - below) / (2 * h))
    return slopes


def nudged_by_a_factor(Value, f, xs, h=1e-5):
    slopes = []
    for k in range(len(xs)):
        above = f(*[Value(x * (1 + h) if i == k else x) for i, x in enumerate(xs)]).data
        below = f(*[Value(x * (1 - h) if i == k else x) for i, x in enumerate(xs)]).data
        slopes.append((above - below) / (2 * h))
    return slopes


def nudged_by_a_factor_of_its_own(Value, f, xs, h=1e-5):
    slopes = []
    for k, x in enumerate(xs):
        slopes.append(central_slope(lambda factor, k=k, x=x: alone(Value, f, xs, k)(x * factor), 1.0, h))
    return slopes


def grad_of_the_result(Value, f, xs, h=1e-5):
    slopes = []
    for k in range(len(xs)):
        above = f(*[Value(x + h if i == k else x) for i, x in enumerate(xs)]).grad
        below = f(*[Value(x - h if i == k else x) for i, x in enumerate(xs)]).grad
        slopes.append((above - below) / (2 * h))
    return slopes


def the_one_before(Value, f, xs, h=1e-5):
    positions = [(k - 1) % len(xs) for k in range(len(xs))]
    return [central_slope(alone(Value, f, xs, k), xs[k], h) for k in positions]


def the_next_one(Value, f, xs, h=1e-5):
    positions = [(k + 1) % len(xs) for k in range(len(xs))]
    return [central_slope(alone(Value, f, xs, k), xs[k], h) for k in positions]


def up_here_and_down_at_the_first(Value, f, xs, h=1e-5):
    slopes = []
    for k in range(len(xs)):
        up, down = list(xs), list(xs)
        up[k] += h
        down[0] -= h
        slopes.append((f(*map(Value, up)).data - f(*map(Value, down)).data) / (2 * h))
    return slopes


def graph_built_once(Value, f, xs, h=1e-5):
    values = [Value(x) for x in xs]
    result = f(*values)
    slopes = []
    for value in values:
        value.data += h
        above = result.data
        value.data -= 2 * h
        below = result.data
        value.data += h
        slopes.append((above - below) / (2 * h))
    return slopes


def constant_along(Value, f, xs, h=1e-5):
    result = f(*[Value(x) for x in xs]).data
    return [central_slope(lambda _: result, x, h) for x in xs]


# --- Values and numbers ------------------------------------------------------------------------------


def data_forgotten(Value, f, xs, h=1e-5):
    slopes = []
    for k in range(len(xs)):

        def along(x, k=k):
            return f(*[Value(x if i == k else other) for i, other in enumerate(xs)])

        slopes.append(central_slope(along, xs[k], h))
    return slopes


def data_forgotten_by_hand(Value, f, xs, h=1e-5):
    slopes = []
    for k in range(len(xs)):
        above = f(*[Value(x + h if i == k else x) for i, x in enumerate(xs)])
        below = f(*[Value(x - h if i == k else x) for i, x in enumerate(xs)])
        slopes.append((above - below) / (2 * h))
    return slopes


def numbers_into_f(Value, f, xs, h=1e-5):
    slopes = []
    for k in range(len(xs)):

        def along(x, k=k):
            return f(*[x if i == k else other for i, other in enumerate(xs)])

        slopes.append(central_slope(along, xs[k], h))
    return slopes


def numbers_into_f_with_data(Value, f, xs, h=1e-5):
    slopes = []
    for k in range(len(xs)):

        def along(x, k=k):
            return f(*[x if i == k else other for i, other in enumerate(xs)]).data

        slopes.append(central_slope(along, xs[k], h))
    return slopes


def data_of_the_inputs(Value, f, xs, h=1e-5):
    slopes = []
    for k in range(len(xs)):

        def along(x, k=k):
            values = [Value(x if i == k else other) for i, other in enumerate(xs)]
            return f(*[value.data for value in values])

        slopes.append(central_slope(along, xs[k], h))
    return slopes


def f_handed_on(Value, f, xs, h=1e-5):
    return [central_slope(f, x, h) for x in xs]


def f_handed_on_with_values(Value, f, xs, h=1e-5):
    return [central_slope(f, Value(x), h) for x in xs]


def f_handed_the_list(Value, f, xs, h=1e-5):
    return central_slope(f, xs, h)


def list_into_f(Value, f, xs, h=1e-5):
    slopes = []
    for k in range(len(xs)):

        def along(x, k=k):
            return f([Value(x if i == k else other) for i, other in enumerate(xs)]).data

        slopes.append(central_slope(along, xs[k], h))
    return slopes


# --- which slope -------------------------------------------------------------------------------------


def forward(Value, f, xs, h=1e-5):
    slopes = []
    for k in range(len(xs)):
        slopes.append(forward_slope(alone(Value, f, xs, k), xs[k], h))
    return slopes


def forward_by_hand(Value, f, xs, h=1e-5):
    before = f(*[Value(x) for x in xs]).data
    slopes = []
    for k in range(len(xs)):
        after = f(*[Value(x + h if i == k else x) for i, x in enumerate(xs)]).data
        slopes.append((after - before) / h)
    return slopes


def backward_slope(Value, f, xs, h=1e-5):
    before = f(*[Value(x) for x in xs]).data
    slopes = []
    for k in range(len(xs)):
        after = f(*[Value(x - h if i == k else x) for i, x in enumerate(xs)]).data
        slopes.append((before - after) / h)
    return slopes


def h_ignored(Value, f, xs, h=1e-5):
    slopes = []
    for k in range(len(xs)):
        slopes.append(central_slope(alone(Value, f, xs, k), xs[k]))
    return slopes


def h_fixed(Value, f, xs, h=1e-5):
    h = 1e-6
    slopes = []
    for k in range(len(xs)):
        slopes.append(central_slope(alone(Value, f, xs, k), xs[k], h))
    return slopes


def h_fixed_thousandth(Value, f, xs, h=1e-5):
    slopes = []
    for k in range(len(xs)):
        slopes.append(central_slope(alone(Value, f, xs, k), xs[k], 1e-3))
    return slopes


def h_fixed_forward(Value, f, xs, h=1e-5):
    slopes = []
    for k in range(len(xs)):
        slopes.append(forward_slope(alone(Value, f, xs, k), xs[k], 1e-5))
    return slopes


def way_is_h(Value, f, xs, h=1e-5):
    slopes = []
    for k in range(len(xs)):
        above = f(*[Value(x + h if i == k else x) for i, x in enumerate(xs)]).data
        below = f(*[Value(x - h if i == k else x) for i, x in enumerate(xs)]).data
        slopes.append((above - below) / h)
    return slopes


def over_two_times_h(Value, f, xs, h=1e-5):
    slopes = []
    for k in range(len(xs)):
        above = f(*[Value(x + h if i == k else x) for i, x in enumerate(xs)]).data
        below = f(*[Value(x - h if i == k else x) for i, x in enumerate(xs)]).data
        slopes.append((above - below) / 2 * h)
    return slopes


def forward_over_two_h(Value, f, xs, h=1e-5):
    before = f(*[Value(x) for x in xs]).data
    slopes = []
    for k in range(len(xs)):
        after = f(*[Value(x + h if i == k else x) for i, x in enumerate(xs)]).data
        slopes.append((after - before) / (2 * h))
    return slopes


def rise_only(Value, f, xs, h=1e-5):
    slopes = []
    for k in range(len(xs)):
        above = f(*[Value(x + h if i == k else x) for i, x in enumerate(xs)]).data
        below = f(*[Value(x - h if i == k else x) for i, x in enumerate(xs)]).data
        slopes.append(above - below)
    return slopes


def turned_sign(Value, f, xs, h=1e-5):
    slopes = []
    for k in range(len(xs)):
        above = f(*[Value(x + h if i == k else x) for i, x in enumerate(xs)]).data
        below = f(*[Value(x - h if i == k else x) for i, x in enumerate(xs)]).data
        slopes.append((below - above) / (2 * h))
    return slopes


def slope_again_around_zero(Value, f, xs, h=1e-5):
    slopes = []
    for k in range(len(xs)):

        def along(step, k=k):
            return f(*[Value(other + step if i == k else other) for i, other in enumerate(xs)]).data

        slopes.append(central_slope(along, xs[k], h))
    return slopes


def asks_the_engine(Value, f, xs, h=1e-5):
    values = [Value(x) for x in xs]
    f(*values).backward()
    return [value.grad for value in values]


def asks_the_engine_gradients(Value, f, xs, h=1e-5):
    return engine_gradients(Value, f, xs)


def mean_of_engine_gradients(Value, f, xs, h=1e-5):
    slopes = []
    for k in range(len(xs)):
        above = [Value(x + h if i == k else x) for i, x in enumerate(xs)]
        below = [Value(x - h if i == k else x) for i, x in enumerate(xs)]
        f(*above).backward()
        f(*below).backward()
        slopes.append((above[k].grad + below[k].grad) / 2)
    return slopes


def gradient_of_a_nudged_input(Value, f, xs, h=1e-5):
    slopes = []
    for k in range(len(xs)):
        values = [Value(x + h if i == k else x) for i, x in enumerate(xs)]
        f(*values).backward()
        slopes.append(values[k].grad)
    return slopes


def slope_of_the_gradient(Value, f, xs, h=1e-5):
    slopes = []
    for k in range(len(xs)):

        def along(x, k=k):
            values = [Value(x if i == k else other) for i, other in enumerate(xs)]
            f(*values).backward()
            return values[k].grad

        slopes.append(central_slope(along, xs[k], h))
    return slopes


# --- what comes back ---------------------------------------------------------------------------------


def first_only(Value, f, xs, h=1e-5):
    for k in range(len(xs)):
        return [central_slope(alone(Value, f, xs, k), xs[k], h)]
    return []


def first_bare(Value, f, xs, h=1e-5):
    for k in range(len(xs)):
        return central_slope(alone(Value, f, xs, k), xs[k], h)
    return []


def last_only(Value, f, xs, h=1e-5):
    for k in range(len(xs)):
        slopes = [central_slope(alone(Value, f, xs, k), xs[k], h)]
    return slopes


def last_bare(Value, f, xs, h=1e-5):
    for k in range(len(xs)):
        slope = central_slope(alone(Value, f, xs, k), xs[k], h)
    return slope


def all_but_the_last(Value, f, xs, h=1e-5):
    slopes = []
    for k in range(len(xs) - 1):
        slopes.append(central_slope(alone(Value, f, xs, k), xs[k], h))
    return slopes


def all_but_the_first(Value, f, xs, h=1e-5):
    slopes = []
    for k in range(1, len(xs)):
        slopes.append(central_slope(alone(Value, f, xs, k), xs[k], h))
    return slopes


def turned_order(Value, f, xs, h=1e-5):
    slopes = []
    for k in range(len(xs)):
        slopes.insert(0, central_slope(alone(Value, f, xs, k), xs[k], h))
    return slopes


def sum_of_slopes(Value, f, xs, h=1e-5):
    total = 0.0
    for k in range(len(xs)):
        total += central_slope(alone(Value, f, xs, k), xs[k], h)
    return total


def by_input(Value, f, xs, h=1e-5):
    slopes = {}
    for k in range(len(xs)):
        slopes[xs[k]] = central_slope(alone(Value, f, xs, k), xs[k], h)
    return slopes


def by_position(Value, f, xs, h=1e-5):
    slopes = {}
    for k in range(len(xs)):
        slopes[k] = central_slope(alone(Value, f, xs, k), xs[k], h)
    return slopes


def values_of_a_dict(Value, f, xs, h=1e-5):
    slopes = {}
    for k in range(len(xs)):
        slopes[xs[k]] = central_slope(alone(Value, f, xs, k), xs[k], h)
    return list(slopes.values())


def pairs(Value, f, xs, h=1e-5):
    slopes = []
    for k in range(len(xs)):
        slopes.append((k, central_slope(alone(Value, f, xs, k), xs[k], h)))
    return slopes


def pairs_with_inputs(Value, f, xs, h=1e-5):
    slopes = []
    for k in range(len(xs)):
        slopes.append((xs[k], central_slope(alone(Value, f, xs, k), xs[k], h)))
    return slopes


def in_values(Value, f, xs, h=1e-5):
    slopes = []
    for k in range(len(xs)):
        slopes.append(Value(central_slope(alone(Value, f, xs, k), xs[k], h)))
    return slopes


def rounded(Value, f, xs, h=1e-5):
    slopes = []
    for k in range(len(xs)):
        slopes.append(round(central_slope(alone(Value, f, xs, k), xs[k], h), 2))
    return slopes


def rounded_to_six(Value, f, xs, h=1e-5):
    slopes = []
    for k in range(len(xs)):
        slopes.append(round(central_slope(alone(Value, f, xs, k), xs[k], h), 6))
    return slopes


def rounded_to_four(Value, f, xs, h=1e-5):
    slopes = []
    for k in range(len(xs)):
        slopes.append(round(central_slope(alone(Value, f, xs, k), xs[k], h), 4))
    return slopes


def sizes(Value, f, xs, h=1e-5):
    slopes = []
    for k in range(len(xs)):
        slopes.append(abs(central_slope(alone(Value, f, xs, k), xs[k], h)))
    return slopes


def nothing(Value, f, xs, h=1e-5):
    slopes = []
    for k in range(len(xs)):
        slopes.append(central_slope(alone(Value, f, xs, k), xs[k], h))


def never_appended(Value, f, xs, h=1e-5):
    slopes = []
    for k in range(len(xs)):
        slope = central_slope(alone(Value, f, xs, k), xs[k], h)  # noqa: F841
    return slopes


def results_returned(Value, f, xs, h=1e-5):
    return [f(*[Value(x + h if i == k else x) for i, x in enumerate(xs)]).data for k in range(len(xs))]


def appended_in_one_list(Value, f, xs, h=1e-5):
    slopes = []
    for k in range(len(xs)):
        slopes.append([central_slope(alone(Value, f, xs, k), xs[k], h)])
    return slopes
