create function refuse() returns trigger language plpgsql as $$ begin raise exception '%', tg_argv[0]; end $$;
create trigger audit_is_not_rewritten before update or delete or truncate on audit
    for each statement execute function refuse('the audit log is append-only');
create trigger numbers_are_not_deleted before delete or truncate on numbers
    for each statement execute function refuse('a number is voided, never deleted');
