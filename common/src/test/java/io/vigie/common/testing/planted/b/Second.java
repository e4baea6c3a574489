package io.vigie.common.testing.planted.b;

import io.vigie.common.testing.planted.a.First;

public record Second(First... firsts) {
}
