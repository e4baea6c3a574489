-- The postings of a transaction come in one statement, numbered from 1, and are checked by it alone: no look at what is stored, so it
-- costs next to nothing. What stands already has a line 1, so nothing can be added to it, balanced or not.
drop trigger postings_balanced on postings;
drop trigger ledger_transactions_balanced on ledger_transactions;
drop function refuse_unbalanced();
create function refuse_unbalanced() returns trigger language plpgsql as $$
declare
	wrong record;
begin
	select transaction_id, count(*) as lines, min(line) as first, max(line) as last into wrong
	from added group by transaction_id having count(*) < 2 or min(line) <> 1 or max(line) <> count(*) limit 1;
	if found then
		raise exception 'Ledger transaction % needs 2 postings or more, all at once: it has %', wrong.transaction_id, wrong.lines
			using errcode = 'check_violation', constraint = 'postings_two_ck';
	end if;
	select transaction_id, asset, sum(amount) as sum into wrong
	from added group by transaction_id, asset having sum(amount) <> 0 limit 1;
	if found then
		raise exception 'Ledger transaction % does not sum to zero: % %', wrong.transaction_id, wrong.asset, wrong.sum
			using errcode = 'check_violation', constraint = 'postings_balance_ck';
	end if;
	return null;
end
$$;
create trigger postings_balanced after insert on postings referencing new table as added
	for each statement execute function refuse_unbalanced();
-- Asked at the commit.
create function refuse_empty() returns trigger language plpgsql as $$
begin
	if not exists (select from postings where transaction_id = new.id) then
		raise exception 'Ledger transaction % has no postings, at least 2 are needed', new.id
			using errcode = 'check_violation', constraint = 'postings_two_ck';
	end if;
	return null;
end
$$;
create constraint trigger ledger_transactions_posted after insert on ledger_transactions
	deferrable initially deferred for each row execute function refuse_empty();
