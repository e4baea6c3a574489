package io.vigie.common.testing.planted.a;

import io.vigie.common.testing.planted.b.Second;

public record First(Second... seconds) {
}
