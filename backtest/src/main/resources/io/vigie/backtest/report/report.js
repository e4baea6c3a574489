// Reads the values under the pointer, or under the arrow keys, out of the data beside each chart.
for (const figure of document.querySelectorAll("figure.chart")) {
	const data = JSON.parse(figure.querySelector("script").textContent);
	const plot = figure.querySelector(".plot");
	const cursor = plot.querySelector(".cursor");
	const output = plot.querySelector("output");
	let share = 1;

	const nearest = (at, wanted) => {
		let low = 0;
		let high = at.length - 1;
		while (low < high) {
			const middle = (low + high) >> 1;
			if (at[middle] < wanted) {
				low = middle + 1;
			}
			else {
				high = middle;
			}
		}
		return low > 0 && wanted - at[low - 1] < at[low] - wanted ? low - 1 : low;
	};

	const show = () => {
		const wanted = data.first + share * (data.last - data.first);
		const time = data.lines.length ? data.lines[0].at[nearest(data.lines[0].at, wanted)] : wanted;
		const rows = data.lines.map(line => line.name + "  " + line.values[nearest(line.at, wanted)].toLocaleString("en") + data.unit);
		output.textContent = [new Date(time * 1000).toISOString().slice(0, 16).replace("T", " "), ...rows].join("\n");
		const place = data.last === data.first ? 0.5 : (time - data.first) / (data.last - data.first);
		cursor.style.left = 100 * place + "%";
		output.style.left = place < 0.5 ? "calc(" + 100 * place + "% + 8px)" : "auto";
		output.style.right = place < 0.5 ? "auto" : "calc(" + 100 * (1 - place) + "% + 8px)";
		cursor.hidden = output.hidden = false;
	};
	const hide = () => cursor.hidden = output.hidden = true;

	plot.addEventListener("pointermove", event => {
		const box = plot.getBoundingClientRect();
		share = Math.min(1, Math.max(0, (event.clientX - box.left) / box.width));
		show();
	});
	plot.addEventListener("pointerleave", hide);
	plot.addEventListener("blur", hide);
	plot.addEventListener("keydown", event => {
		const step = {ArrowLeft: -0.01, ArrowRight: 0.01}[event.key];
		if (step) {
			share = Math.min(1, Math.max(0, share + step));
			show();
			event.preventDefault();
		}
	});
}
