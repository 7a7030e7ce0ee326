// Tests against the reference model, over HTTP: go test, with Node. The reference model is installed beside them before,
// from a tarball or a git reference (README, "Install").
package copysnapshot

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/credentials"
	"github.com/aws/aws-sdk-go-v2/service/neptune"
	"github.com/aws/aws-sdk-go-v2/service/neptune/types"
)

// model is a reference model of a test's own, in which a copy takes ten minutes, and how long was waited in it.
type model struct {
	endpoint string
	client   *neptune.Client
	waited   time.Duration
}

func start(t *testing.T) *model {
	t.Helper()
	serve := exec.Command("node_modules/.bin/neptune-copy-contract",
		"serve", "--world", "world.yaml", "--copy-duration", "600000", "--control")
	serve.Stderr = os.Stderr
	stdout, err := serve.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := serve.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = serve.Process.Signal(os.Interrupt)
		_ = serve.Wait()
	})
	line, err := bufio.NewReader(stdout).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	endpoint := strings.TrimSpace(line)
	return &model{endpoint: endpoint, client: neptune.New(neptune.Options{
		BaseEndpoint: aws.String(endpoint),
		Region:       "us-east-1",
		// The access key id is the account.
		Credentials: credentials.NewStaticCredentialsProvider("123456789012", "secret", ""),
	})}
}

// control tells the model what is to happen, as JSON.
func (m *model) control(what, body string) error {
	response, err := http.Post(m.endpoint+"/_control/"+what, "application/json", strings.NewReader(body))
	if err != nil {
		return err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusNoContent {
		return fmt.Errorf("%s: %s", what, response.Status)
	}
	return nil
}

// wait lets time pass in the model, and none here.
func (m *model) wait(_ context.Context, duration time.Duration) error {
	m.waited += duration
	return m.control("advance", fmt.Sprintf(`{"seconds": %v}`, duration.Seconds()))
}

func (m *model) copy(t *testing.T, source, target string, key *string) (*types.DBClusterSnapshot, error) {
	t.Helper()
	return CopyAndWait(t.Context(), m.client, neptune.CopyDBClusterSnapshotInput{
		SourceDBClusterSnapshotIdentifier: aws.String(source),
		TargetDBClusterSnapshotIdentifier: aws.String(target),
		KmsKeyId:                          key,
		CopyTags:                          aws.Bool(true),
	}, m.wait)
}

func TestWaitsUntilTheCopyIsAvailable(t *testing.T) {
	model := start(t)
	copy, err := model.copy(t, "nightly", "vault-nightly", aws.String("alias/vault"))
	if err != nil {
		t.Fatal(err)
	}
	if aws.ToString(copy.Status) != "available" || !aws.ToBool(copy.StorageEncrypted) {
		t.Errorf("the copy is %s, encrypted: %v", aws.ToString(copy.Status), aws.ToBool(copy.StorageEncrypted))
	}
	if model.waited != 10*time.Minute {
		t.Errorf("waited for %v", model.waited)
	}
	tags, err := model.client.ListTagsForResource(t.Context(),
		&neptune.ListTagsForResourceInput{ResourceName: copy.DBClusterSnapshotArn})
	if err != nil {
		t.Fatal(err)
	}
	if len(tags.TagList) != 1 || aws.ToString(tags.TagList[0].Value) != "graph-team" {
		t.Errorf("the tags are %v", tags.TagList)
	}
}

func TestTakesUpACopyThatWasBegunBefore(t *testing.T) {
	model := start(t)
	cutOff := errors.New("cut off")
	_, err := CopyAndWait(t.Context(), model.client, neptune.CopyDBClusterSnapshotInput{
		SourceDBClusterSnapshotIdentifier: aws.String("nightly"),
		TargetDBClusterSnapshotIdentifier: aws.String("vault-nightly"),
	}, func(context.Context, time.Duration) error { return cutOff })
	if !errors.Is(err, cutOff) {
		t.Fatal(err)
	}
	if _, err := model.copy(t, "nightly", "vault-nightly", nil); err != nil {
		t.Error(err)
	}
}

func TestTellsOfACopyThatFails(t *testing.T) {
	model := start(t)
	if err := model.control("fail-copy", `{"name": "vault-nightly"}`); err != nil {
		t.Fatal(err)
	}
	_, err := model.copy(t, "nightly", "vault-nightly", nil)
	if err == nil || err.Error() != "the copy vault-nightly is failed" {
		t.Errorf("the error is %v", err)
	}
}

func TestReturnsFaultsAsTheSDKDoes(t *testing.T) {
	model := start(t)
	var notFound *types.DBClusterSnapshotNotFoundFault
	if _, err := model.copy(t, "nothing", "vault-nothing", nil); !errors.As(err, &notFound) {
		t.Errorf("no source: %v", err)
	}
	var inaccessible *types.KMSKeyNotAccessibleFault
	if _, err := model.copy(t, "nightly", "vault-nightly", aws.String("alias/retired")); !errors.As(err, &inaccessible) {
		t.Errorf("a retired key: %v", err)
	}
	var full *types.SnapshotQuotaExceededFault
	if err := model.control("fail-next", `{"fault": "SnapshotQuotaExceededFault"}`); err != nil {
		t.Fatal(err)
	}
	if _, err := model.copy(t, "nightly", "vault-nightly", nil); !errors.As(err, &full) {
		t.Errorf("no room: %v", err)
	}
}
