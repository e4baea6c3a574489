package io.vigie.backtest.report;

/**
 * One thing drawn over time.
 *
 * @param style its class in the style sheet
 */
record Line(String name, String style, Curve curve, Shape shape) {

	enum Shape {
		/** From point to point. */
		LINE,
		/** The same, filled up to zero. */
		AREA,
		/** A spot at each point. */
		SPOTS,
		/** A stroke from every second point to the one after. */
		STROKES
	}

	/** The path that draws it; strokes keep their width and spots stay round however the picture is stretched, see the style sheet. */
	String path(TimeAxis time, Axis axis) {
		StringBuilder path = new StringBuilder();
		long[] at = curve.at();
		for (int i = 0; i < at.length; i++) {
			boolean starts = i == 0 || shape == Shape.SPOTS || shape == Shape.STROKES && i % 2 == 0;
			path.append(starts ? 'M' : 'L').append(time.right(at[i])).append(' ').append(axis.down(curve.values()[i]));
			path.append(shape == Shape.SPOTS ? "h0" : "");
		}
		if (shape == Shape.AREA) {
			path.append('L').append(time.right(curve.last())).append(' ').append(axis.down(0)).append('L').append(time.right(curve.first()))
				.append(' ').append(axis.down(0)).append('Z');
		}
		return path.toString();
	}

	/** Whether a pointer over the chart reads its values. */
	boolean isRead() {
		return shape == Shape.LINE || shape == Shape.AREA;
	}
}
