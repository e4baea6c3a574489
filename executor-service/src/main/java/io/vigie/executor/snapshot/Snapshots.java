package io.vigie.executor.snapshot;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

interface Snapshots extends ListCrudRepository<Snapshot, UUID> {

	List<Snapshot> findByBotOrderByTakenAtDesc(String bot);
}
