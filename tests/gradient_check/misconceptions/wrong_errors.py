"""Wrong versions of `relative_error`, as they would be written."""

# --- sizes and signs --------------------------------------------------------------------------------


def sign_kept(found, due):
    largest = max(abs(found), abs(due))
    return (found - due) / largest if largest else 0.0


def sign_kept_turned(found, due):
    largest = max(abs(found), abs(due))
    return (due - found) / largest if largest else 0.0


def sign_kept_unguarded(found, due):
    return (found - due) / max(abs(found), abs(due))


def largest_with_signs(found, due):
    return abs(found - due) / max(found, due)


def largest_with_signs_guarded(found, due):
    largest = max(found, due)
    return abs(found - due) / largest if largest else 0.0


def largest_with_signs_both_zero(found, due):
    if found == 0 and due == 0:
        return 0.0
    return abs(found - due) / max(found, due)


def size_of_the_largest(found, due):
    if found == due:
        return 0.0
    return abs(found - due) / abs(max(found, due))


def size_of_the_largest_guarded(found, due):
    largest = abs(max(found, due))
    return abs(found - due) / largest if largest else 0.0


def size_of_the_largest_unguarded(found, due):
    return abs(found - due) / abs(max(found, due))


def no_sizes(found, due):
    return (found - due) / max(found, due)


def no_sizes_guarded(found, due):
    largest = max(found, due)
    return (found - due) / largest if largest else 0.0


def no_sizes_both_zero(found, due):
    if found == due == 0:
        return 0
    return (found - due) / max(found, due)


def no_sizes_but_in_the_end(found, due):
    return abs((found - due) / max(found, due)) if max(found, due) else 0.0


def difference_of_sizes(found, due):
    largest = max(abs(found), abs(due))
    return abs(abs(found) - abs(due)) / largest if largest else 0.0


def difference_of_sizes_signed(found, due):
    largest = max(abs(found), abs(due))
    return (abs(found) - abs(due)) / largest if largest else 0.0


def added_up(found, due):
    largest = max(abs(found), abs(due))
    return abs(found + due) / largest if largest else 0.0


# --- divided by what ----------------------------------------------------------------------------------


def by_due(found, due):
    return abs(found - due) / abs(due)


def by_due_guarded(found, due):
    return abs(found - due) / abs(due) if due else 0.0


def by_due_both_zero(found, due):
    if found == 0 and due == 0:
        return 0.0
    return abs(found - due) / abs(due)


def by_due_equal(found, due):
    if found == due:
        return 0.0
    return abs(found - due) / abs(due)


def by_due_signed(found, due):
    return (found - due) / due


def by_due_sign_of_due(found, due):
    return abs(found - due) / due


def by_due_sign_of_due_guarded(found, due):
    return abs(found - due) / due if due else 0.0


def by_due_signed_guarded(found, due):
    return (found - due) / due if due != 0 else 0.0


def by_due_or_found(found, due):
    if due == 0:
        return 0.0 if found == 0 else 1.0
    return abs(found - due) / abs(due)


def by_due_or_absolute(found, due):
    if due == 0:
        return abs(found)
    return abs(found - due) / abs(due)


def by_due_with_a_floor(found, due):
    return abs(found - due) / (abs(due) + 1e-12)


def by_due_with_a_larger_floor(found, due):
    return abs(found - due) / (abs(due) + 1e-8)


def by_due_at_least_a_little(found, due):
    return abs(found - due) / max(abs(due), 1e-12)


def by_found(found, due):
    return abs(found - due) / abs(found)


def by_found_guarded(found, due):
    return abs(found - due) / abs(found) if found else 0.0


def by_found_both_zero(found, due):
    if found == 0 and due == 0:
        return 0.0
    return abs(found - due) / abs(found)


def by_found_or_one(found, due):
    if found == 0:
        return 0.0 if due == 0 else 1.0
    return abs(found - due) / abs(found)


def by_found_signed(found, due):
    return (found - due) / found


def by_sum(found, due):
    total = abs(found) + abs(due)
    return abs(found - due) / total if total else 0.0


def by_sum_unguarded(found, due):
    return abs(found - due) / (abs(found) + abs(due))


def by_sum_with_signs(found, due):
    return abs(found - due) / (found + due)


def by_sum_with_signs_guarded(found, due):
    return abs(found - due) / abs(found + due) if found + due else 0.0


def by_sum_both_zero(found, due):
    if found == 0 and due == 0:
        return 0.0
    return abs(found - due) / abs(found + due)


def by_mean(found, due):
    mean = (abs(found) + abs(due)) / 2
    return abs(found - due) / mean if mean else 0.0


def by_mean_unguarded(found, due):
    return abs(found - due) / ((abs(found) + abs(due)) / 2)


def by_mean_with_signs(found, due):
    return abs(found - due) / ((found + due) / 2)


def by_smaller(found, due):
    return abs(found - due) / min(abs(found), abs(due))


def by_smaller_guarded(found, due):
    smallest = min(abs(found), abs(due))
    return abs(found - due) / smallest if smallest else 0.0


def by_smaller_both_zero(found, due):
    if found == 0 and due == 0:
        return 0.0
    return abs(found - due) / min(abs(found), abs(due))


def by_product(found, due):
    return abs(found - due) / abs(found * due) if found * due else 0.0


def by_product_unguarded(found, due):
    return abs(found - due) / abs(found * due)


def by_difference(found, due):
    return max(abs(found), abs(due)) / abs(found - due) if found != due else 0.0


def bracket_missing(found, due):
    largest = max(abs(found), abs(due))
    return abs(found - due / largest) if largest else 0.0


def not_divided(found, due):
    return abs(found - due)


def not_divided_signed(found, due):
    return found - due


def not_divided_signed_turned(found, due):
    return due - found


def multiplied(found, due):
    return abs(found - due) * max(abs(found), abs(due))


def floor_of_a_hundred_millionth(found, due):
    return abs(found - due) / max(abs(found), abs(due), 1e-8)


def floor_of_one(found, due):
    return abs(found - due) / max(1.0, abs(found), abs(due))


def floor_added(found, due):
    return abs(found - due) / (max(abs(found), abs(due)) + 1e-8)


def floor_of_twelve_digits_added(found, due):
    return abs(found - due) / (max(abs(found), abs(due)) + 1e-12)


def one_added(found, due):
    return abs(found - due) / (max(abs(found), abs(due)) + 1)


# --- zeros -------------------------------------------------------------------------------------------


def unguarded(found, due):
    return abs(found - due) / max(abs(found), abs(due))


def zero_if_either(found, due):
    if found == 0 or due == 0:
        return 0.0
    return abs(found - due) / max(abs(found), abs(due))


def zero_if_due_is(found, due):
    if due == 0:
        return 0.0
    return abs(found - due) / max(abs(found), abs(due))


def zero_if_found_is(found, due):
    if found == 0:
        return 0.0
    return abs(found - due) / max(abs(found), abs(due))


def absolute_if_either(found, due):
    if found == 0 or due == 0:
        return abs(found - due)
    return abs(found - due) / max(abs(found), abs(due))


def absolute_if_due_is(found, due):
    if due == 0:
        return abs(found)
    return abs(found - due) / max(abs(found), abs(due))


def zero_if_small(found, due):
    largest = max(abs(found), abs(due))
    return abs(found - due) / largest if largest > 1e-8 else 0.0


def zero_if_very_small(found, due):
    largest = max(abs(found), abs(due))
    return abs(found - due) / largest if largest > 1e-6 else 0.0


def one_for_zeros(found, due):
    largest = max(abs(found), abs(due))
    return abs(found - due) / largest if largest else 1.0


def none_for_zeros(found, due):
    largest = max(abs(found), abs(due))
    if largest:
        return abs(found - due) / largest


def nan_for_zeros(found, due):
    largest = max(abs(found), abs(due))
    return abs(found - due) / largest if largest else float("nan")


def infinite_for_zeros(found, due):
    largest = max(abs(found), abs(due))
    return abs(found - due) / largest if largest else float("inf")


# --- what comes back ---------------------------------------------------------------------------------


def ratio(found, due):
    return found / due


def ratio_guarded(found, due):
    return found / due if due else 0.0


def ratio_of_sizes(found, due):
    largest = max(abs(found), abs(due))
    return min(abs(found), abs(due)) / largest if largest else 0.0


def agreement(found, due):
    largest = max(abs(found), abs(due))
    return 1 - abs(found - due) / largest if largest else 0.0


def agreement_of_equals(found, due):
    largest = max(abs(found), abs(due))
    return 1 - abs(found - due) / largest if largest else 1.0


def percent(found, due):
    largest = max(abs(found), abs(due))
    return 100 * abs(found - due) / largest if largest else 0.0


def squared(found, due):
    largest = max(abs(found), abs(due))
    return (found - due) ** 2 / largest if largest else 0.0


def squared_over_square(found, due):
    largest = max(abs(found), abs(due))
    return ((found - due) / largest) ** 2 if largest else 0.0


def capped(found, due):
    largest = max(abs(found), abs(due))
    return min(1.0, abs(found - due) / largest) if largest else 0.0


def rounded(found, due):
    largest = max(abs(found), abs(due))
    return round(abs(found - due) / largest, 2) if largest else 0.0


def rounded_to_three(found, due):
    largest = max(abs(found), abs(due))
    return round(abs(found - due) / largest, 3) if largest else 0.0


def rounded_to_four(found, due):
    largest = max(abs(found), abs(due))
    return round(abs(found - due) / largest, 4) if largest else 0.0


def rounded_to_six(found, due):
    largest = max(abs(found), abs(due))
    return round(abs(found - due) / largest, 6) if largest else 0.0


def whole_division(found, due):
    largest = max(abs(found), abs(due))
    return abs(found - due) // largest if largest else 0.0


def whether_small(found, due):
    largest = max(abs(found), abs(due))
    return abs(found - due) / largest < 1e-6 if largest else True


def whether_equal(found, due):
    return found == due


def nothing(found, due):
    largest = max(abs(found), abs(due))
    error = abs(found - due) / largest if largest else 0.0  # noqa: F841
