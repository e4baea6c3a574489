package io.vigie.engine.pattern;

/** A straight line through a chart: price over the number of the bar. */
record Line(double index, double price, double slope) {

	static Line level(double price) {
		return new Line(0, price, 0);
	}

	static Line through(Swing first, Swing second) {
		return new Line(first.index(), first.price(), (second.price() - first.price()) / (second.index() - first.index()));
	}

	double at(double index) {
		return price + slope * (index - this.index);
	}
}
