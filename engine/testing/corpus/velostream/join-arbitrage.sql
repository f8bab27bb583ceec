-- form: join-within
-- expect: UNSUPPORTED_JOIN
SELECT a.symbol, a.price AS here, b.price AS there
FROM trades a JOIN trades b ON a.symbol = b.symbol AND a.exchange <> b.exchange AND b.ts BETWEEN a.ts - INTERVAL '10' SECOND AND a.ts + INTERVAL '10' SECOND
WHERE (b.price - a.price) / a.price * 10000 > 5 AND a.quantity > 500;
