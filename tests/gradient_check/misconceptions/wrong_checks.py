"""Wrong versions of `check`, as they would be written."""

from tests.gradient_check.misconceptions.reference import (
    agree,
    alone,
    engine_gradients,
    forward_slope,
    measured_gradients,
    relative_error,
)

# --- when do two slopes agree? ------------------------------------------------------------------------


def exactly_equal(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    return [k for k in range(len(xs)) if found[k] != due[k]]


def exactly_equal_or_tiny(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    positions = []
    for k in range(len(xs)):
        tiny = abs(found[k]) < 1e-8 and abs(due[k]) < 1e-8
        if not tiny and found[k] != due[k]:
            positions.append(k)
    return positions


def no_error_at_all(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    return [k for k in range(len(xs)) if relative_error(found[k], due[k]) > 0]


def absolute(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    return [k for k in range(len(xs)) if abs(found[k] - due[k]) > tolerance]


def absolute_or_tiny(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    positions = []
    for k in range(len(xs)):
        tiny = abs(found[k]) < 1e-8 and abs(due[k]) < 1e-8
        if not tiny and abs(found[k] - due[k]) > tolerance:
            positions.append(k)
    return positions


def absolute_signed(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    return [k for k in range(len(xs)) if found[k] - due[k] > tolerance]


def absolute_signed_turned(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    return [k for k in range(len(xs)) if due[k] - found[k] > tolerance]


def absolute_signed_or_tiny(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    positions = []
    for k in range(len(xs)):
        tiny = abs(found[k]) < 1e-8 and abs(due[k]) < 1e-8
        if not tiny and found[k] - due[k] > tolerance:
            positions.append(k)
    return positions


def relative_signed(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    positions = []
    for k, (one, other) in enumerate(zip(found, due, strict=True)):
        tiny = abs(one) < 1e-8 and abs(other) < 1e-8
        if not tiny and (one - other) / max(abs(one), abs(other)) > tolerance:
            positions.append(k)
    return positions


def relative_signed_turned(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    positions = []
    for k, (one, other) in enumerate(zip(found, due, strict=True)):
        tiny = abs(one) < 1e-8 and abs(other) < 1e-8
        if not tiny and (other - one) / max(abs(one), abs(other)) > tolerance:
            positions.append(k)
    return positions


def relative_signed_without_tiny(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    positions = []
    for k, (one, other) in enumerate(zip(found, due, strict=True)):
        largest = max(abs(one), abs(other))
        if largest and (one - other) / largest > tolerance:
            positions.append(k)
    return positions


def relative_signed_with_a_floor(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    positions = []
    for k, (one, other) in enumerate(zip(found, due, strict=True)):
        if (one - other) / max(abs(one), abs(other), 1e-8) > tolerance:
            positions.append(k)
    return positions


def relative_signed_with_a_floor_turned(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    positions = []
    for k, (one, other) in enumerate(zip(found, due, strict=True)):
        if (other - one) / max(abs(one), abs(other), 1e-8) > tolerance:
            positions.append(k)
    return positions


def one_larger_than_the_other(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    return [k for k in range(len(xs)) if found[k] > due[k] * (1 + tolerance)]


def sizes_compared(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    positions = []
    for k, (one, other) in enumerate(zip(found, due, strict=True)):
        tiny = abs(one) < 1e-8 and abs(other) < 1e-8
        if not tiny and relative_error(abs(one), abs(other)) > tolerance:
            positions.append(k)
    return positions


def signs_compared(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    return [k for k in range(len(xs)) if found[k] * due[k] < 0]


def share_of_the_measured(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    return [k for k in range(len(xs)) if abs(found[k] - due[k]) / abs(due[k]) > tolerance]


def share_of_the_measured_or_tiny(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    positions = []
    for k, (one, other) in enumerate(zip(found, due, strict=True)):
        tiny = abs(one) < 1e-8 and abs(other) < 1e-8
        if not tiny and abs(one - other) / abs(other) > tolerance:
            positions.append(k)
    return positions


def share_of_the_engines(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    return [k for k in range(len(xs)) if abs(found[k] - due[k]) / abs(found[k]) > tolerance]


def share_of_the_engines_or_tiny(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    positions = []
    for k, (one, other) in enumerate(zip(found, due, strict=True)):
        tiny = abs(one) < 1e-8 and abs(other) < 1e-8
        if not tiny and abs(one - other) / abs(one) > tolerance:
            positions.append(k)
    return positions


def absolute_below_one(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    positions = []
    for k, (one, other) in enumerate(zip(found, due, strict=True)):
        if abs(one - other) > tolerance * max(1, abs(one), abs(other)):
            positions.append(k)
    return positions


def absolute_and_relative(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    positions = []
    for k, (one, other) in enumerate(zip(found, due, strict=True)):
        if abs(one - other) > tolerance and relative_error(one, other) > tolerance:
            positions.append(k)
    return positions


def absolute_added_to_relative(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    positions = []
    for k, (one, other) in enumerate(zip(found, due, strict=True)):
        if abs(one - other) > tolerance + tolerance * abs(other):
            positions.append(k)
    return positions


def agreeing_ones(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    return [k for k in range(len(xs)) if agree(found[k], due[k], tolerance)]


def agreeing_ones_without_tiny(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    return [k for k in range(len(xs)) if relative_error(found[k], due[k]) <= tolerance]


def agreeing_and_not_tiny(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    positions = []
    for k, (one, other) in enumerate(zip(found, due, strict=True)):
        tiny = abs(one) < 1e-8 and abs(other) < 1e-8
        if not tiny and relative_error(one, other) <= tolerance:
            positions.append(k)
    return positions


# --- the tolerance --------------------------------------------------------------------------------------


def tolerance_ignored(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    return [k for k in range(len(xs)) if not agree(found[k], due[k], 1e-6)]


def tolerance_rounded_away(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    return [k for k in range(len(xs)) if round(found[k], 6) != round(due[k], 6)]


def rounded_to_three(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    return [k for k in range(len(xs)) if round(found[k], 3) != round(due[k], 3)]


def rounded_to_four(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    return [k for k in range(len(xs)) if round(found[k], 4) != round(due[k], 4)]


def tolerance_in_percent(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    return [k for k in range(len(xs)) if not agree(found[k], due[k], tolerance / 100)]


def tolerance_times_hundred(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    return [k for k in range(len(xs)) if not agree(found[k], due[k], tolerance * 100)]


def other_default(Value, f, xs, tolerance=0.01):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    return [k for k in range(len(xs)) if not agree(found[k], due[k], tolerance)]


def other_default_of_a_tenth(Value, f, xs, tolerance=0.1):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    return [k for k in range(len(xs)) if not agree(found[k], due[k], tolerance)]


def no_default(Value, f, xs, tolerance):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    return [k for k in range(len(xs)) if not agree(found[k], due[k], tolerance)]


def tolerance_as_nudge(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs, tolerance)
    return [k for k in range(len(xs)) if not agree(found[k], due[k], tolerance)]


def tolerance_as_nudge_too(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs, h=tolerance)
    return [k for k in range(len(xs)) if not agree(found[k], due[k], 1e-6)]


def large_nudge(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs, h=0.01)
    return [k for k in range(len(xs)) if not agree(found[k], due[k], tolerance)]


def larger_nudge(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs, h=0.1)
    return [k for k in range(len(xs)) if not agree(found[k], due[k], tolerance)]


def nudge_of_one(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs, h=1)
    return [k for k in range(len(xs)) if not agree(found[k], due[k], tolerance)]


def measured_forward(Value, f, xs, tolerance=1e-6):
    found = engine_gradients(Value, f, xs)
    due = [forward_slope(alone(Value, f, xs, k), xs[k], 1e-5) for k in range(len(xs))]
    return [k for k in range(len(xs)) if not agree(found[k], due[k], tolerance)]


# --- noise around 0 ---------------------------------------------------------------------------------------


def noise_counts(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    return [k for k in range(len(xs)) if relative_error(found[k], due[k]) > tolerance]


def noise_limit_too_small(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    positions = []
    for k, (one, other) in enumerate(zip(found, due, strict=True)):
        tiny = abs(one) < 1e-12 and abs(other) < 1e-12
        if not tiny and relative_error(one, other) > tolerance:
            positions.append(k)
    return positions


def only_two_zeros_are_tiny(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    positions = []
    for k, (one, other) in enumerate(zip(found, due, strict=True)):
        if one == 0 and other == 0:
            continue
        if relative_error(one, other) > tolerance:
            positions.append(k)
    return positions


def noise_limit_too_large(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    positions = []
    for k, (one, other) in enumerate(zip(found, due, strict=True)):
        tiny = abs(one) < 1e-4 and abs(other) < 1e-4
        if not tiny and relative_error(one, other) > tolerance:
            positions.append(k)
    return positions


def one_tiny_is_enough(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    positions = []
    for k, (one, other) in enumerate(zip(found, due, strict=True)):
        tiny = abs(one) < 1e-8 or abs(other) < 1e-8
        if not tiny and relative_error(one, other) > tolerance:
            positions.append(k)
    return positions


def smaller_one_is_tiny(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    positions = []
    for k, (one, other) in enumerate(zip(found, due, strict=True)):
        if min(abs(one), abs(other)) >= 1e-8 and relative_error(one, other) > tolerance:
            positions.append(k)
    return positions


def zero_of_the_engine_skipped(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    positions = []
    for k, (one, other) in enumerate(zip(found, due, strict=True)):
        if one == 0:
            continue
        if not agree(one, other, tolerance):
            positions.append(k)
    return positions


def tiny_of_the_engine_skipped(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    positions = []
    for k, (one, other) in enumerate(zip(found, due, strict=True)):
        if abs(one) >= 1e-8 and relative_error(one, other) > tolerance:
            positions.append(k)
    return positions


def zero_of_the_measured_skipped(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    positions = []
    for k, (one, other) in enumerate(zip(found, due, strict=True)):
        if other == 0:
            continue
        if not agree(one, other, tolerance):
            positions.append(k)
    return positions


def tiny_of_the_measured_skipped(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    positions = []
    for k, (one, other) in enumerate(zip(found, due, strict=True)):
        if abs(other) >= 1e-8 and relative_error(one, other) > tolerance:
            positions.append(k)
    return positions


def only_two_that_are_something(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    positions = []
    for k, (one, other) in enumerate(zip(found, due, strict=True)):
        if one and other and not agree(one, other, tolerance):
            positions.append(k)
    return positions


def negative_is_tiny(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    positions = []
    for k, (one, other) in enumerate(zip(found, due, strict=True)):
        tiny = one < 1e-8 and other < 1e-8
        if not tiny and relative_error(one, other) > tolerance:
            positions.append(k)
    return positions


def one_negative_is_tiny(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    positions = []
    for k, (one, other) in enumerate(zip(found, due, strict=True)):
        tiny = one < 1e-8 or other < 1e-8
        if not tiny and relative_error(one, other) > tolerance:
            positions.append(k)
    return positions


def tiny_disagrees(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    positions = []
    for k, (one, other) in enumerate(zip(found, due, strict=True)):
        tiny = abs(one) < 1e-8 and abs(other) < 1e-8
        if tiny or relative_error(one, other) > tolerance:
            positions.append(k)
    return positions


def only_tiny_disagrees(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    positions = []
    for k, (one, other) in enumerate(zip(found, due, strict=True)):
        tiny = abs(one) < 1e-8 and abs(other) < 1e-8
        if tiny and relative_error(one, other) > tolerance:
            positions.append(k)
    return positions


# --- which positions ----------------------------------------------------------------------------------------


def from_one(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    return [k + 1 for k in range(len(xs)) if not agree(found[k], due[k], tolerance)]


def enumerated_from_one(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    positions = []
    for k, (one, other) in enumerate(zip(found, due, strict=True), start=1):
        if not agree(one, other, tolerance):
            positions.append(k)
    return positions


def from_the_end(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    return [k - len(xs) for k in range(len(xs)) if not agree(found[k], due[k], tolerance)]


def index_of_the_input(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    positions = []
    for x, one, other in zip(xs, found, due, strict=True):
        if not agree(one, other, tolerance):
            positions.append(xs.index(x))
    return positions


def index_of_the_gradient(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    positions = []
    for one, other in zip(found, due, strict=True):
        if not agree(one, other, tolerance):
            positions.append(found.index(one))
    return positions


def first_input_only(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    if not agree(found[0], due[0], tolerance):
        return [0]
    return []


def returns_in_the_loop(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    positions = []
    for k in range(len(xs)):
        if not agree(found[k], due[k], tolerance):
            positions.append(k)
        return positions


def last_input_only(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    positions = []
    for k in range(len(xs)):
        disagrees = not agree(found[k], due[k], tolerance)
    if disagrees:
        positions.append(k)
    return positions


def last_input_is_left_out(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    return [k for k in range(len(xs) - 1) if not agree(found[k], due[k], tolerance)]


def first_input_is_left_out(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    return [k for k in range(1, len(xs)) if not agree(found[k], due[k], tolerance)]


def first_disagreement_only(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    for k in range(len(xs)):
        if not agree(found[k], due[k], tolerance):
            return [k]
    return []


def first_disagreement_bare(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    for k in range(len(xs)):
        if not agree(found[k], due[k], tolerance):
            return k
    return []


def last_disagreement_only(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    positions = []
    for k in range(len(xs)):
        if not agree(found[k], due[k], tolerance):
            positions = [k]
    return positions


def stops_at_the_first_agreement(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    positions = []
    for k in range(len(xs)):
        if agree(found[k], due[k], tolerance):
            break
        positions.append(k)
    return positions


def gives_up_at_the_first_agreement(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    positions = []
    for k in range(len(xs)):
        if agree(found[k], due[k], tolerance):
            return []
        positions.append(k)
    return positions


def stops_at_noise(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    positions = []
    for k in range(len(xs)):
        if abs(found[k]) < 1e-8 and abs(due[k]) < 1e-8:
            break
        if relative_error(found[k], due[k]) > tolerance:
            positions.append(k)
    return positions


def gives_up_at_noise(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    positions = []
    for k in range(len(xs)):
        if abs(found[k]) < 1e-8 and abs(due[k]) < 1e-8:
            return []
        if relative_error(found[k], due[k]) > tolerance:
            positions.append(k)
    return positions


def backwards(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    return [k for k in reversed(range(len(xs))) if not agree(found[k], due[k], tolerance)]


def inserted_in_front(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    positions = []
    for k in range(len(xs)):
        if not agree(found[k], due[k], tolerance):
            positions.insert(0, k)
    return positions


def all_if_one(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    if any(not agree(one, other, tolerance) for one, other in zip(found, due, strict=True)):
        return list(range(len(xs)))
    return []


def always_all(Value, f, xs, tolerance=1e-6):
    return list(range(len(xs)))


def all_if_lists_differ(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    return [k for k in range(len(xs)) if found != due]


def sums_compared(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    return [k for k in range(len(xs)) if not agree(sum(found), sum(due), tolerance)]


def all_pairs_compared(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    positions = []
    for k, one in enumerate(found):
        for other in due:
            if not agree(one, other, tolerance):
                positions.append(k)
    return positions


def somewhere_in_the_other_list(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    return [k for k, one in enumerate(found) if not any(agree(one, other, tolerance) for other in due)]


def compared_with_the_inputs(Value, f, xs, tolerance=1e-6):
    found = engine_gradients(Value, f, xs)
    return [k for k in range(len(xs)) if not agree(found[k], xs[k], tolerance)]


# --- nothing is found -----------------------------------------------------------------------------------


def engine_asked_twice(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), engine_gradients(Value, f, xs)
    return [k for k in range(len(xs)) if not agree(found[k], due[k], tolerance)]


def measured_twice(Value, f, xs, tolerance=1e-6):
    found, due = measured_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    return [k for k in range(len(xs)) if not agree(found[k], due[k], tolerance)]


def always_empty(Value, f, xs, tolerance=1e-6):
    return []


def never_collected(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    positions = []
    for k in range(len(xs)):
        if not agree(found[k], due[k], tolerance):
            positions + [k]  # noqa: RUF005
    return positions


def compared_with_itself(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)  # noqa: F841
    return [k for k in range(len(xs)) if not agree(found[k], found[k], tolerance)]


# --- what comes back ---------------------------------------------------------------------------------


def whether_each_disagrees(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    return [not agree(one, other, tolerance) for one, other in zip(found, due, strict=True)]


def whether_each_agrees(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    return [agree(one, other, tolerance) for one, other in zip(found, due, strict=True)]


def whether_each_disagrees_but_tiny_ones(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    answers = []
    for one, other in zip(found, due, strict=True):
        if abs(one) < 1e-8 and abs(other) < 1e-8:
            continue
        answers.append(relative_error(one, other) > tolerance)
    return answers


def trues(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    return [True for k in range(len(xs)) if not agree(found[k], due[k], tolerance)]


def zeros_and_ones(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    return [0 if agree(one, other, tolerance) else 1 for one, other in zip(found, due, strict=True)]


def whether_all_agree(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    return all(agree(one, other, tolerance) for one, other in zip(found, due, strict=True))


def whether_any_disagrees(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    return any(not agree(one, other, tolerance) for one, other in zip(found, due, strict=True))


def how_many(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    return sum(not agree(one, other, tolerance) for one, other in zip(found, due, strict=True))


def how_many_in_a_list(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    return [sum(not agree(one, other, tolerance) for one, other in zip(found, due, strict=True))]


def how_many_so_far(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    count = 0
    positions = []
    for one, other in zip(found, due, strict=True):
        if not agree(one, other, tolerance):
            positions.append(count)
            count += 1
    return positions


def inputs(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    return [xs[k] for k in range(len(xs)) if not agree(found[k], due[k], tolerance)]


def engines_gradients(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    return [one for one, other in zip(found, due, strict=True) if not agree(one, other, tolerance)]


def measured_slopes(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    return [other for one, other in zip(found, due, strict=True) if not agree(one, other, tolerance)]


def errors(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    return [
        relative_error(found[k], due[k]) for k in range(len(xs)) if not agree(found[k], due[k], tolerance)
    ]


def all_errors(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    return [relative_error(one, other) for one, other in zip(found, due, strict=True)]


def differences(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    return [found[k] - due[k] for k in range(len(xs)) if not agree(found[k], due[k], tolerance)]


def positions_with_both(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    return [(k, found[k], due[k]) for k in range(len(xs)) if not agree(found[k], due[k], tolerance)]


def both(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    return [(found[k], due[k]) for k in range(len(xs)) if not agree(found[k], due[k], tolerance)]


def positions_with_errors(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    positions = []
    for k in range(len(xs)):
        if not agree(found[k], due[k], tolerance):
            positions.append((k, relative_error(found[k], due[k])))
    return positions


def both_lists(Value, f, xs, tolerance=1e-6):
    return engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)


def a_dict(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    return {k: not agree(found[k], due[k], tolerance) for k in range(len(xs))}


def texts(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    return [str(k) for k in range(len(xs)) if not agree(found[k], due[k], tolerance)]


def none_for_none(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    positions = [k for k in range(len(xs)) if not agree(found[k], due[k], tolerance)]
    if positions:
        return positions


def true_for_none(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    positions = [k for k in range(len(xs)) if not agree(found[k], due[k], tolerance)]
    return positions or True


def nothing(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    positions = [k for k in range(len(xs)) if not agree(found[k], due[k], tolerance)]  # noqa: F841


def raises(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    for one, other in zip(found, due, strict=True):
        assert agree(one, other, tolerance)
    return []


# --- what is asked ------------------------------------------------------------------------------------


def without_the_class(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(f, xs), measured_gradients(f, xs)
    return [k for k in range(len(xs)) if not agree(found[k], due[k], tolerance)]


def one_input_at_a_time(Value, f, xs, tolerance=1e-6):
    positions = []
    for k, x in enumerate(xs):
        found, due = engine_gradients(Value, f, x), measured_gradients(Value, f, x)
        if not agree(found, due, tolerance):
            positions.append(k)
    return positions


def lists_into_the_error(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    return [k for k in range(len(xs)) if relative_error(found, due) > tolerance]


def lists_subtracted(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    return [k for k in range(len(xs)) if abs(found - due) > tolerance]
