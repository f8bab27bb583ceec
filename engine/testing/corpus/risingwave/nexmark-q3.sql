-- form: nexmark-join
-- expect: UNSUPPORTED_JOIN
SELECT p.name, p.city, p.state, a.id FROM auctions a INNER JOIN people p ON a.seller = p.id WHERE a.category = 10 AND (p.state = 'or' OR p.state = 'id' OR p.state = 'ca');
