"""What the campaign's tests share."""

import pytest

pytest.register_assert_rewrite("tests.campaign.playing")
