-- form: nexmark-join
-- expect: UNSUPPORTED_JOIN
SELECT p.name, p.city, p.state, a.id FROM auctions AS a INNER JOIN people AS p ON a.seller = p.id WHERE a.category = 10 AND p.state IN ('OR', 'ID', 'CA');
