# Reads lines of numbers, one column a contestant, and prints for each column: count median p95 min, in milliseconds or
# whatever the numbers are; with -v pairs=1 also the median of column 1 minus column 2, pair by pair.
function sort(values, n,    i, j, held) {
    for (i = 2; i <= n; i++) {
        held = values[i]
        for (j = i - 1; j > 0 && values[j] > held; j--) values[j + 1] = values[j]
        values[j + 1] = held
    }
}
function median(values, n) {
    return n % 2 ? values[(n + 1) / 2] : (values[n / 2] + values[n / 2 + 1]) / 2
}
{
    for (column = 1; column <= NF; column++) all[column, NR] = $column + 0
    if (NF > columns) columns = NF
    difference[NR] = $1 - $2
}
END {
    for (column = 1; column <= columns; column++) {
        for (i = 1; i <= NR; i++) values[i] = all[column, i]
        sort(values, NR)
        rank = int(NR * 0.95 + 0.999999)
        printf "%d %.0f %.0f %.0f\n", NR, median(values, NR), values[rank], values[1]
    }
    if (pairs) {
        sort(difference, NR)
        printf "%.0f\n", median(difference, NR)
    }
}
