-- form: nexmark-highest-bid
-- expect: UNSUPPORTED_JOIN
SELECT b.auction, b.price, b.bidder, b.ts FROM bids AS b JOIN (
  SELECT MAX(price) AS most, window_end FROM TABLE(TUMBLE(TABLE bids, DESCRIPTOR(ts), INTERVAL '10' SECOND)) GROUP BY window_start, window_end
) AS top ON b.price = top.most WHERE b.ts BETWEEN top.window_end - INTERVAL '10' SECOND AND top.window_end;
