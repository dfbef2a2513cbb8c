#!/usr/bin/env bash
# Fonts are installed by the typesetting work; nothing to do yet.
exit 0
