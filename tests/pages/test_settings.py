"""Settings are tried out, saved with a name and a reason, and taken back."""

from tests.pages.screen import AS_AT


def test_a_change_is_tried_out_saved_and_taken_back(sample):
    sample.go("settings", date=AS_AT)
    assert "Every setting is at its default" in sample.html
    sample.app.selectbox(key="setting").set_value("VWF1.floor")
    sample.run()
    sample.app.number_input(key="value VWF1.floor").set_value(50.0)
    assert "would change colour" in sample.run().html and "Cedar View" in sample.html
    sample.app.text_input(key="setting by").set_value("Jo")
    sample.app.text_input(key="setting reason").set_value("Agreed <b>here</b>")
    sample.press("Save the new value")
    assert "1 of 67 settings differs" in sample.html and "Agreed &lt;b&gt;here&lt;/b&gt;" in sample.html
    sample.app.text_input(key="setting reason").set_value("Back")
    sample.press("Back to the default")
    assert "Every setting is at its default" in sample.html


def test_a_change_without_a_name_is_not_saved(sample):
    sample.go("settings", date=AS_AT)
    sample.app.selectbox(key="setting").set_value("VWF1.floor")
    sample.run()
    sample.app.number_input(key="value VWF1.floor").set_value(50.0)
    sample.run()
    sample.press("Save the new value")
    assert "your name and a reason" in sample.app.error[0].value and "Every setting is at its default" in sample.html
