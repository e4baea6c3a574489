"use strict";
// Trades through Alpaca's official clients, unchanged but for URL and keys. Usage: node check.js http://127.0.0.1:8090
// The market must be paused; it is moved by hand over /simulator, so that nothing here depends on the time of day.
const assert = require("node:assert/strict");
const { Alpaca } = require("@alpacahq/alpaca-trade-api");
const AlpacaThree = require("alpaca-trade-api-3");

const url = process.argv[2];
const socket = url.replace(/^http/, "ws");
const keys = { keyId: process.env.ALPACA_API_KEY_ID || "simulator", secret: process.env.ALPACA_API_SECRET_KEY || "simulator" };
const headers = { "APCA-API-KEY-ID": keys.keyId, "APCA-API-SECRET-KEY": keys.secret, "Content-Type": "application/json" };

async function control(path, body) {
  const answer = await fetch(`${url}/simulator/${path}`, { method: "POST", headers, body: JSON.stringify(body ?? {}) });
  assert.equal(answer.status, 200, `${path}: ${await answer.clone().text()}`);
}

async function until(what, condition) {
  const end = Date.now() + 20_000;
  while (!condition()) {
    assert.ok(Date.now() < end, `still waiting: ${what}`);
    await new Promise((done) => setTimeout(done, 10));
  }
}

async function four() {
  const hosts = /^https:\/\/(paper-api|data)\.alpaca\.markets/;
  const alpaca = new Alpaca({ ...keys, paper: true, fetchApi: (to, init) => fetch(String(to).replace(hosts, url), init) });
  const account = await alpaca.trading.account.getAccount();
  assert.equal(account.status, "ACTIVE");
  assert.ok(Number(account.cash) > 0);

  const updates = [];
  const stream = alpaca.trading.stream({ url: `${socket}/stream` });
  stream.onTradeUpdate((it) => updates.push(it));
  stream.onConnect(() => stream.subscribeTradeUpdates());
  let listening = false;
  stream.on("subscription", () => { listening = true; });
  stream.connect();
  const trades = [];
  const quotes = [];
  const data = alpaca.marketData.cryptoStream({ url: `${socket}/v1beta3/crypto/us` });
  data.onTrade((it) => trades.push(it));
  data.onQuote((it) => quotes.push(it));
  let subscribed = false;
  data.on("subscription", () => { subscribed = true; });
  data.onConnect(() => { data.subscribeForTrades(["JS4/USD"]); data.subscribeForQuotes(["JS4/USD"]); });
  data.connect();
  await until("subscriptions of 4.x", () => listening && subscribed);

  await control("ticks", [{ symbol: "JS4/USD", price: "100", size: "3" }]);
  const placed = await alpaca.trading.orders.bracket({ symbol: "JS4/USD", qty: "1.5", side: "buy", type: "market",
    timeInForce: "gtc", clientOrderId: `js4-${process.pid}`, takeProfit: { limitPrice: "104" }, stopLoss: { stopPrice: "98" } });
  assert.equal(placed.legs.length, 2);
  await control("ticks", [{ symbol: "JS4/USD", price: "101.25", size: "2" }]);
  await until("fill in 4.x", () => updates.some((it) => it.event === "fill"));
  const fill = updates.find((it) => it.event === "fill");
  assert.equal(fill.order.id, placed.id);
  assert.equal(fill.qty, "1.5");
  assert.equal(fill.positionQty, "1.5");
  assert.ok(fill.executionId);
  await until("prints in 4.x", () => trades.length >= 2 && quotes.length >= 2);
  assert.equal(trades.at(-1).price, 101.25);
  assert.ok(trades.at(-1).timestamp instanceof Date && !Number.isNaN(trades.at(-1).timestamp.getTime()));
  assert.ok(quotes.at(-1).askPrice > quotes.at(-1).bidPrice);

  const open = await alpaca.trading.orders.getAllOrders({ status: "open", symbols: ["JS4/USD"] });
  assert.deepEqual(open.map((it) => it.status), ["new", "new"]);
  const positions = await alpaca.trading.positions.getAllOpenPositions();
  const position = positions.find((it) => it.symbol === "JS4USD");
  assert.equal(position.qty, "1.5");
  assert.equal(position.qtyAvailable, "0");
  await assert.rejects(alpaca.trading.orders.market({ symbol: "JS4/USD", qty: "1", side: "buy", timeInForce: "gtc",
    clientOrderId: `js4-${process.pid}` }), (e) => e.status === 422 && /must be unique/.test(e.message));
  const bars = await alpaca.marketData.getCryptoTrades({ loc: "us", symbols: ["JS4/USD"] });
  assert.equal(bars["JS4/USD"].length, 2);
  await control("ticks", [{ symbol: "JS4/USD", price: "97.5", size: "2" }]);
  await until("stop-loss in 4.x", () => updates.filter((it) => it.event === "fill").length === 2);
  await until("other leg canceled in 4.x", () => updates.some((it) => it.event === "canceled"));
  stream.disconnect();
  data.disconnect();
  console.log(`4.x: ${updates.map((it) => it.event).join(" ")}`);
}

async function three() {
  const alpaca = new AlpacaThree({ keyId: keys.keyId, secretKey: keys.secret, paper: true, baseUrl: url, dataBaseUrl: url,
    dataStreamUrl: socket });
  const account = await alpaca.getAccount();
  assert.equal(account.status, "ACTIVE");
  assert.equal((await alpaca.getClock()).is_open, true);
  assert.equal((await alpaca.getAsset("AAPL")).class, "us_equity");

  const updates = [];
  let listening = false;
  alpaca.trade_ws.onConnect(() => { alpaca.trade_ws.subscribe(["trade_updates"]); listening = true; });
  alpaca.trade_ws.onOrderUpdate((it) => updates.push(it));
  alpaca.trade_ws.connect();
  const trades = [];
  const stocks = alpaca.data_stream_v2;
  stocks.session.url = `${socket}/v2/iex`; // its constructor knows only wss://
  stocks.onConnect(() => stocks.subscribeForTrades(["JS3"]));
  stocks.onStockTrade((it) => trades.push(it));
  stocks.connect();
  await until("subscription of 3.x", () => listening && stocks.getSubscriptions().trades.includes("JS3"));
  await control("ticks", [{ symbol: "JS3", price: "50", size: "100" }]);
  await until("first print in 3.x", () => trades.length === 1);

  const placed = await alpaca.createOrder({ symbol: "JS3", qty: 4, side: "buy", type: "market", time_in_force: "gtc",
    order_class: "bracket", take_profit: { limit_price: 52 }, stop_loss: { stop_price: 49 } });
  assert.equal(placed.legs.length, 2);
  await control("ticks", [{ symbol: "JS3", price: "50.5", size: "100" }]);
  await until("fill in 3.x", () => updates.some((it) => it.event === "fill" && it.order.id === placed.id));
  await until("second print in 3.x", () => trades.length === 2);
  assert.equal(trades[1].Price, 50.5);
  const orders = await alpaca.getOrders({ status: "all", symbols: "JS3", nested: true, limit: 10, after: null, until: null,
    direction: "desc" });
  assert.equal(orders[0].status, "filled");
  assert.equal(orders[0].legs.length, 2);
  assert.equal((await alpaca.getPosition("JS3")).qty, "4");
  const fills = await alpaca.getAccountActivities({ activityTypes: "FILL" });
  assert.ok(fills.some((it) => it.order_id === placed.id));
  await alpaca.cancelOrder(placed.legs[0].id);
  await until("cancel in 3.x", () => updates.filter((it) => it.event === "canceled").length === 2);
  const latest = await alpaca.getLatestTrade("JS3");
  assert.equal(latest.Price, 50.5);
  alpaca.trade_ws.disconnect();
  stocks.disconnect();
  console.log(`3.x: ${updates.map((it) => it.event).join(" ")}`);
}

four().then(three).then(() => {
  console.log("both clients trade");
  process.exit(0);
}, (e) => {
  console.error(e);
  process.exit(1);
});
