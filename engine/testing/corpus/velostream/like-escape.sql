-- form: like
-- expect: runs
SELECT url FROM bids WHERE channel LIKE '100!%%' ESCAPE '!';
