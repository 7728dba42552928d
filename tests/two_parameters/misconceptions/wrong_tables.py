"""Wrong versions of `loss_table`, as they would be written."""

from tests.two_parameters.misconceptions.reference import POINTS, Value, loss_at, mean_squared_loss, predict

# --- which way round -------------------------------------------------------------------------------


def transposed(ws, bs, points):
    return [[mean_squared_loss(Value(w), Value(b), points).data for b in bs] for w in ws]


def swapped_in_the_call(ws, bs, points):
    return [[mean_squared_loss(Value(b), Value(w), points).data for w in ws] for b in bs]


def transposed_and_swapped(ws, bs, points):
    return [[mean_squared_loss(Value(b), Value(w), points).data for b in bs] for w in ws]


def ws_for_both(ws, bs, points):
    return [[mean_squared_loss(Value(w), Value(b), points).data for w in ws] for b in ws]


def bs_for_both(ws, bs, points):
    return [[mean_squared_loss(Value(w), Value(b), points).data for w in bs] for b in bs]


def rows_upside_down(ws, bs, points):
    return [[mean_squared_loss(Value(w), Value(b), points).data for w in ws] for b in reversed(bs)]


def table_reversed(ws, bs, points):
    table = [[mean_squared_loss(Value(w), Value(b), points).data for w in ws] for b in bs]
    return table[::-1]


def columns_reversed(ws, bs, points):
    return [[mean_squared_loss(Value(w), Value(b), points).data for w in reversed(ws)] for b in bs]


def sorted_axes(ws, bs, points):
    return [[mean_squared_loss(Value(w), Value(b), points).data for w in sorted(ws)] for b in sorted(bs)]


def sorted_bs(ws, bs, points):
    return [[mean_squared_loss(Value(w), Value(b), points).data for w in ws] for b in sorted(bs)]


def sorted_ws(ws, bs, points):
    return [[mean_squared_loss(Value(w), Value(b), points).data for w in sorted(ws)] for b in bs]


def sorted_downwards(ws, bs, points):
    highest_first = sorted(bs, reverse=True)
    return [[mean_squared_loss(Value(w), Value(b), points).data for w in ws] for b in highest_first]


# --- how the table is built ------------------------------------------------------------------------


def one_row_for_all(ws, bs, points):
    table = [[0.0] * len(ws)] * len(bs)
    for i, b in enumerate(bs):
        for j, w in enumerate(ws):
            table[i][j] = mean_squared_loss(Value(w), Value(b), points).data
    return table


def row_made_once(ws, bs, points):
    table = []
    row = []
    for b in bs:
        for w in ws:
            row.append(mean_squared_loss(Value(w), Value(b), points).data)
        table.append(row)
    return table


def row_cleared(ws, bs, points):
    table = []
    row = []
    for b in bs:
        row.clear()
        for w in ws:
            row.append(mean_squared_loss(Value(w), Value(b), points).data)
        table.append(row)
    return table


def row_made_once_and_copied(ws, bs, points):
    table = []
    row = []
    for b in bs:
        for w in ws:
            row.append(mean_squared_loss(Value(w), Value(b), points).data)
        table.append(list(row))
    return table


def first_row_repeated(ws, bs, points):
    row = [mean_squared_loss(Value(w), Value(bs[0]), points).data for w in ws]
    return [row for _ in bs]


def flat(ws, bs, points):
    return [mean_squared_loss(Value(w), Value(b), points).data for b in bs for w in ws]


def flat_the_other_way(ws, bs, points):
    return [mean_squared_loss(Value(w), Value(b), points).data for w in ws for b in bs]


def pairs_only(ws, bs, points):
    return [mean_squared_loss(Value(w), Value(b), points).data for w, b in zip(ws, bs, strict=False)]


def pairs_only_in_one_row(ws, bs, points):
    return [[mean_squared_loss(Value(w), Value(b), points).data for w, b in zip(ws, bs, strict=False)]]


def one_row_for_each_pair(ws, bs, points):
    return [[mean_squared_loss(Value(w), Value(b), points).data] for w, b in zip(ws, bs, strict=False)]


def last_row(ws, bs, points):
    for b in bs:
        row = [mean_squared_loss(Value(w), Value(b), points).data for w in ws]
    return row


def last_row_in_a_table(ws, bs, points):
    for b in bs:
        table = []
        table.append([mean_squared_loss(Value(w), Value(b), points).data for w in ws])
    return table


def returns_after_a_row(ws, bs, points):
    table = []
    for b in bs:
        row = []
        for w in ws:
            row.append(mean_squared_loss(Value(w), Value(b), points).data)
        table.append(row)
        return table


def returns_the_first_row(ws, bs, points):
    for b in bs:
        row = []
        for w in ws:
            row.append(mean_squared_loss(Value(w), Value(b), points).data)
        return row


def returns_after_a_loss(ws, bs, points):
    table = []
    for b in bs:
        row = []
        for w in ws:
            row.append(mean_squared_loss(Value(w), Value(b), points).data)
            table.append(row)
            return table


def row_appended_in_the_inner_loop(ws, bs, points):
    table = []
    for b in bs:
        row = []
        for w in ws:
            row.append(mean_squared_loss(Value(w), Value(b), points).data)
            table.append(row)
    return table


def row_never_appended(ws, bs, points):
    table = []
    for b in bs:
        row = []
        for w in ws:
            row.append(mean_squared_loss(Value(w), Value(b), points).data)
    return table


def rows_of_one(ws, bs, points):
    return [[mean_squared_loss(Value(w), Value(b), points).data] for b in bs for w in ws]


def square_by_ws(ws, bs, points):
    n = len(ws)
    return [[mean_squared_loss(Value(ws[j]), Value(bs[i]), points).data for j in range(n)] for i in range(n)]


def square_by_bs(ws, bs, points):
    n = len(bs)
    return [[mean_squared_loss(Value(ws[j]), Value(bs[i]), points).data for j in range(n)] for i in range(n)]


def as_dict(ws, bs, points):
    return {(w, b): mean_squared_loss(Value(w), Value(b), points).data for b in bs for w in ws}


def as_dict_of_rows(ws, bs, points):
    return {b: [mean_squared_loss(Value(w), Value(b), points).data for w in ws] for b in bs}


def with_places(ws, bs, points):
    return [[(w, b, mean_squared_loss(Value(w), Value(b), points).data) for w in ws] for b in bs]


def with_b_in_front(ws, bs, points):
    return [[b, *(mean_squared_loss(Value(w), Value(b), points).data for w in ws)] for b in bs]


def with_ws_on_top(ws, bs, points):
    return [list(ws), *([mean_squared_loss(Value(w), Value(b), points).data for w in ws] for b in bs)]


def nothing_returned(ws, bs, points):
    table = []
    for b in bs:
        table.append([mean_squared_loss(Value(w), Value(b), points).data for w in ws])


# --- what stands in it -----------------------------------------------------------------------------


def values_in_it(ws, bs, points):
    return [[mean_squared_loss(Value(w), Value(b), points) for w in ws] for b in bs]


def numbers_into_the_loss(ws, bs, points):
    return [[mean_squared_loss(w, b, points) for w in ws] for b in bs]


def numbers_into_a_loss_with_powers(ws, bs, points):
    return [[loss_at(w, b, points).data for w in ws] for b in bs]


def data_of_plain_numbers(ws, bs, points):
    return [[mean_squared_loss(w.data, b.data, points) for w in ws] for b in bs]


def lists_into_the_loss(ws, bs, points):
    return [[mean_squared_loss(Value(ws), Value(bs), points).data for _ in ws] for _ in bs]


def unsquared(ws, bs, points):
    return [[sum(w * x + b - y for x, y in points) / len(points) for w in ws] for b in bs]


def unsquared_turned(ws, bs, points):
    return [[sum(y - w * x - b for x, y in points) / len(points) for w in ws] for b in bs]


def distances(ws, bs, points):
    return [[sum(abs(w * x + b - y) for x, y in points) / len(points) for w in ws] for b in bs]


def sums(ws, bs, points):
    return [[sum((w * x + b - y) ** 2 for x, y in points) for w in ws] for b in bs]


def halves(ws, bs, points):
    return [[sum((w * x + b - y) ** 2 for x, y in points) / len(points) / 2 for w in ws] for b in bs]


def roots(ws, bs, points):
    return [[(sum((w * x + b - y) ** 2 for x, y in points) / len(points)) ** 0.5 for w in ws] for b in bs]


def without_b(ws, bs, points):
    return [[sum((w * x - y) ** 2 for x, y in points) / len(points) for w in ws] for b in bs]


def square_of_the_mean(ws, bs, points):
    return [[(sum(w * x + b - y for x, y in points) / len(points)) ** 2 for w in ws] for b in bs]


def last_point(ws, bs, points):
    table = []
    for b in bs:
        row = []
        for w in ws:
            for x, y in points:
                loss = (w * x + b - y) ** 2
            row.append(loss)
        table.append(row)
    return table


def last_point_divided(ws, bs, points):
    table = []
    for b in bs:
        row = []
        for w in ws:
            for x, y in points:
                loss = (w * x + b - y) ** 2 / len(points)
            row.append(loss)
        table.append(row)
    return table


def total_never_reset(ws, bs, points):
    table = []
    total = 0.0
    for b in bs:
        row = []
        for w in ws:
            for x, y in points:
                total += (w * x + b - y) ** 2
            row.append(total / len(points))
        table.append(row)
    return table


def total_reset_for_each_row(ws, bs, points):
    table = []
    for b in bs:
        row = []
        total = 0.0
        for w in ws:
            for x, y in points:
                total += (w * x + b - y) ** 2
            row.append(total / len(points))
        table.append(row)
    return table


def one_loss_for_each_point(ws, bs, points):
    return [[[(w * x + b - y) ** 2 for x, y in points] for w in ws] for b in bs]


def one_entry_for_each_point(ws, bs, points):
    return [[(w * x + b - y) ** 2 for w in ws for x, y in points] for b in bs]


def predictions(ws, bs, points):
    return [[[predict(Value(w), Value(b), x).data for x, _ in points] for w in ws] for b in bs]


def gradients_of_w(ws, bs, points):
    table = []
    for b in bs:
        row = []
        for w in ws:
            parameter = Value(w)
            mean_squared_loss(parameter, Value(b), points).backward()
            row.append(parameter.grad)
        table.append(row)
    return table


def gradients_of_the_loss(ws, bs, points):
    return [[mean_squared_loss(Value(w), Value(b), points).grad for w in ws] for b in bs]


def fixed_points(ws, bs, points):
    return [[mean_squared_loss(Value(w), Value(b), POINTS).data for w in ws] for b in bs]


def positions_for_numbers(ws, bs, points):
    return [
        [mean_squared_loss(Value(i), Value(j), points).data for i in range(len(ws))] for j in range(len(bs))
    ]


def positions_of_ws_for_numbers(ws, bs, points):
    return [[mean_squared_loss(Value(i), Value(b), points).data for i in range(len(ws))] for b in bs]


def positions_of_bs_for_numbers(ws, bs, points):
    return [[mean_squared_loss(Value(w), Value(j), points).data for w in ws] for j in range(len(bs))]


def rounded_to_whole(ws, bs, points):
    return [[round(mean_squared_loss(Value(w), Value(b), points).data) for w in ws] for b in bs]


def rounded(ws, bs, points):
    return [[round(mean_squared_loss(Value(w), Value(b), points).data, 2) for w in ws] for b in bs]


def rounded_to_one(ws, bs, points):
    return [[round(mean_squared_loss(Value(w), Value(b), points).data, 1) for w in ws] for b in bs]


def rounded_to_three(ws, bs, points):
    return [[round(mean_squared_loss(Value(w), Value(b), points).data, 3) for w in ws] for b in bs]


def whole_numbers(ws, bs, points):
    return [[int(mean_squared_loss(Value(w), Value(b), points).data) for w in ws] for b in bs]


def as_text(ws, bs, points):
    return [[f"{mean_squared_loss(Value(w), Value(b), points).data:.2f}" for w in ws] for b in bs]
