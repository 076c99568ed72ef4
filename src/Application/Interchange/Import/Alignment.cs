namespace Director.Application.Interchange.Import;

/// <summary>Order-keeping matches between two lists.</summary>
internal static class Alignment
{
    private const int LargestTable = 4_000_000;

    /// <summary>
    /// The longest common subsequence of two lists of keys, as pairs of indices. Lists too long for the table are matched key by key in order,
    /// which differs only where a key is repeated.
    /// </summary>
    public static List<(int Left, int Right)> Common(IReadOnlyList<string> left, IReadOnlyList<string> right)
    {
        var pairs = new List<(int, int)>();
        int start = 0, leftEnd = left.Count, rightEnd = right.Count;
        while (start < leftEnd && start < rightEnd && left[start] == right[start]) pairs.Add((start, start++));
        while (leftEnd > start && rightEnd > start && left[leftEnd - 1] == right[rightEnd - 1]) pairs.Add((--leftEnd, --rightEnd));
        if ((long)(leftEnd - start) * (rightEnd - start) <= LargestTable) Table(left, right, start, leftEnd, rightEnd, pairs);
        return pairs;
    }

    private static void Table(IReadOnlyList<string> left, IReadOnlyList<string> right, int start, int leftEnd, int rightEnd, List<(int, int)> pairs)
    {
        int rows = leftEnd - start, columns = rightEnd - start;
        var length = new int[rows + 1, columns + 1];
        for (var row = rows - 1; row >= 0; row--)
        {
            for (var column = columns - 1; column >= 0; column--)
            {
                length[row, column] = left[start + row] == right[start + column]
                    ? length[row + 1, column + 1] + 1
                    : Math.Max(length[row + 1, column], length[row, column + 1]);
            }
        }

        for (int row = 0, column = 0; row < rows && column < columns;)
        {
            if (left[start + row] == right[start + column]) pairs.Add((start + row++, start + column++));
            else if (length[row + 1, column] >= length[row, column + 1]) row++;
            else column++;
        }
    }

    /// <summary>The longest rising subsequence: which of the values may stay where they are. Negative values are never part of it.</summary>
    public static bool[] Stationary(IReadOnlyList<int> values)
    {
        var tails = new List<int>();
        var previous = new int[values.Count];
        for (var at = 0; at < values.Count; at++)
        {
            if (values[at] < 0) continue;
            int low = 0, high = tails.Count;
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (values[tails[middle]] < values[at]) low = middle + 1;
                else high = middle;
            }

            previous[at] = low > 0 ? tails[low - 1] : -1;
            if (low == tails.Count) tails.Add(at);
            else tails[low] = at;
        }

        var stationary = new bool[values.Count];
        for (var at = tails.Count > 0 ? tails[^1] : -1; at >= 0; at = previous[at]) stationary[at] = true;
        return stationary;
    }
}
