package org.peerline.console.pictures;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * A chart of one or two lines as plain geometry, drawn by the server. Where a value is missing the line has a gap. The
 * numbers themselves stand in a table beside it.
 */
public record LineChart(List<String> labels, List<Line> lines, double top, List<Tick> ticks) {
    static final int WIDTH = 640;
    static final int HEIGHT = 220;
    private static final int LEFT = 44;
    private static final int BOTTOM = 30;
    private static final int MARGIN = 10;
    private static final int TICKS = 4;

    /** @param style {@code first} or {@code second}: also told apart without colour */
    public record Line(String style, List<String> paths, List<Dot> dots) {}

    public record Dot(String x, String y) {}

    public record Tick(String label, String y) {}

    static LineChart of(List<String> labels, List<List<OptionalDouble>> values) {
        double top = niceTop(values.stream()
                .flatMap(List::stream)
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .max()
                .orElse(1));
        return new LineChart(
                labels,
                IntStream.range(0, values.size())
                        .mapToObj(i -> line(i == 0 ? "first" : "second", values.get(i), top))
                        .toList(),
                top,
                IntStream.rangeClosed(0, TICKS)
                        .mapToObj(i -> new Tick(number(top * i / TICKS), y(top * i / TICKS, top)))
                        .toList());
    }

    /** The next of 1, 2, 5, 10, 20, 50 … at or above the highest value, so that marks fall on round numbers. */
    static double niceTop(double highest) {
        double power = Math.pow(10, Math.floor(Math.log10(Math.max(highest, 1))));
        for (double step : new double[] {1, 2, 5}) {
            if (step * power >= highest) {
                return Math.max(step * power, TICKS);
            }
        }
        return 10 * power;
    }

    private static Line line(String style, List<OptionalDouble> values, double top) {
        var paths = new ArrayList<String>();
        var dots = new ArrayList<Dot>();
        var path = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i).isEmpty()) {
                keep(path, paths);
                path = new StringBuilder();
                continue;
            }
            String x = x(i, values.size());
            String y = y(values.get(i).getAsDouble(), top);
            path.append(path.isEmpty() ? "M" : " L").append(x).append(' ').append(y);
            dots.add(new Dot(x, y));
        }
        keep(path, paths);
        return new Line(style, List.copyOf(paths), List.copyOf(dots));
    }

    private static void keep(StringBuilder path, List<String> paths) {
        if (!path.isEmpty()) {
            paths.add(path.toString());
        }
    }

    /** The place of a label; only as many are shown as can be read. */
    public String labelX(int index) {
        return x(index, labels.size());
    }

    public boolean shows(int index) {
        int every = Math.max(1, (labels.size() + 5) / 6);
        return index % every == 0;
    }

    private static String x(int index, int count) {
        double step = count < 2 ? 0 : (double) (WIDTH - LEFT - 3 * MARGIN) / (count - 1);
        return coordinate(LEFT + MARGIN + index * step);
    }

    private static String y(double value, double top) {
        return coordinate(HEIGHT - BOTTOM - value / top * (HEIGHT - BOTTOM - MARGIN));
    }

    private static String coordinate(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    static String number(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.1f", value);
    }
}
