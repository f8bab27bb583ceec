-- form: nexmark-highest-bid
-- expect: UNSUPPORTED_JOIN
SELECT b.auction, b.price, b.bidder FROM bids b JOIN (
  SELECT MAX(price) AS most, window_end FROM TUMBLE(bids, ts, INTERVAL '10' SECOND) GROUP BY window_end
) top ON b.price = top.most WHERE b.ts BETWEEN top.window_end - INTERVAL '10' SECOND AND top.window_end;
